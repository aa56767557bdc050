import { writeFile } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** What the benchmark asks of a subject's process. */
export type Question =
  | { readonly ask: "usage" }
  | { readonly ask: "profile" }
  | { readonly ask: "save"; readonly file: string };

/** CPU since the process started, in microseconds, and resident memory in bytes. */
export interface Usage {
  readonly cpu: number;
  readonly rss: number;
}

/** Starts a subject and answers the benchmark's questions about this process until it lets go. */
export async function serve(start: () => Promise<string>): Promise<void> {
  const url = await start();
  let session: Session | undefined;
  const answer = async (question: Question): Promise<Usage | null> => {
    if (question.ask === "usage") {
      const { user, system } = process.cpuUsage();
      return { cpu: user + system, rss: process.memoryUsage.rss() };
    }
    if (question.ask === "profile") {
      session = new Session();
      session.connect();
      await session.post("Profiler.enable");
      await session.post("Profiler.setSamplingInterval", { interval: 200 });
      await session.post("Profiler.start");
      return null;
    }
    const profile = await session?.post("Profiler.stop");
    if (profile) await writeFile(question.file, JSON.stringify(profile.profile));
    session?.disconnect();
    return null;
  };
  process.on("message", (question: Question) => {
    void answer(question).then((said) => process.send?.(said));
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ url });
}

/** Listens on a free port of this machine and answers the address. */
export async function listenOn(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
