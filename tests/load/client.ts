import { Agent, request } from "node:http";

/** One request, ready to send. */
export interface Ask {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An answer as it came. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Tries of one request, as a balancer makes them, before it counts as unanswered. */
const TRIES = 40;

/** Milliseconds between tries. */
const PAUSE = 100;

/** Sends requests to hubs in turn; one whose connection breaks before an answer goes to the next hub. */
export class Client {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 256 });
  private turn = 0;
  /** Requests that had to be sent again. */
  retried = 0;

  constructor(private readonly urls: () => readonly string[]) {}

  /** @throws Error where no hub answers. */
  async send(ask: Ask): Promise<Reply> {
    for (let tried = 1; ; tried += 1) {
      const urls = this.urls();
      const url = urls[(this.turn += 1) % urls.length] ?? "";
      try {
        return await this.post(url, ask);
      } catch (error) {
        if (tried === TRIES) throw error;
        this.retried += 1;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private post(url: string, { headers, body }: Ask): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const options = { method: "POST", agent: this.agent, headers };
      const sent = request(url, options, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  }
}
