/** What a client under load got for one request. */
export interface Received {
  readonly status: number;
  /** Id of its record. */
  readonly audit: string;
  /** Codes of its errors, each once. */
  readonly codes: readonly string[];
  readonly text: string;
}

/** Clients that ask again as soon as they are answered. */
export interface SteadyLoad {
  readonly received: readonly Received[];
  /** Requests that got no answer. */
  readonly unanswered: number;
  /** Fulfils when so many more answers have arrived that hold. */
  reaches(more: number, holds?: (answer: Received) => boolean): Promise<void>;
  /** Lets each client get its last answer. */
  stop(): Promise<void>;
}

/**
 * Keeps clients asking at each of the addresses.
 * @param body makes the body of the request of a number
 */
export function steadyLoad(
  urls: readonly string[],
  headers: Readonly<Record<string, string>>,
  body: (n: number) => unknown,
  { clients = 4, goesOn = true }: { readonly clients?: number; readonly goesOn?: boolean } = {},
): SteadyLoad {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  let unanswered = 0;
  let asked = 0;
  let stopped = false;
  const client = async (url: string) => {
    while (!stopped) {
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(body((asked += 1))),
        });
        received.push(readAnswer(response.status, await response.text()));
        waiting.forEach((look) => look());
      } catch {
        unanswered += 1;
        if (!goesOn) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };
  const all = Promise.all(
    urls.flatMap((url) => Array.from({ length: clients }, () => client(url))),
  );
  return {
    received,
    get unanswered() {
      return unanswered;
    },
    reaches(more, holds = () => true) {
      const from = received.length;
      return new Promise((resolve) => {
        const look = () => {
          if (received.slice(from).filter(holds).length < more) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      });
    },
    async stop() {
      stopped = true;
      await all;
    },
  };
}

function readAnswer(status: number, text: string): Received {
  const { errors = [], extensions } = JSON.parse(text) as {
    errors?: { extensions?: { code?: string } }[];
    extensions?: { hub?: { audit?: string } };
  };
  const codes = [...new Set(errors.map((error) => error.extensions?.code ?? "no code"))];
  return { status, audit: extensions?.hub?.audit ?? "", codes, text };
}
