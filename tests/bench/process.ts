import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Question, Usage } from "./subjects/serve.js";

const TSCONFIG = fileURLToPath(new URL("tsconfig.json", import.meta.url));

/** A process that serves one subject, or a part of one. */
export interface SubjectProcess {
  readonly url: string;
  usage(): Promise<Usage>;
  /** Profiles the CPU during `work` and writes the profile to a file. */
  profile<T>(file: string, work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a file of subjects/ as a process of its own; it is ready when this answers. */
export async function startProcess(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<SubjectProcess> {
  const child = fork(fileURLToPath(new URL(`subjects/${file}.ts`, import.meta.url)), args, {
    // As `npm start` has it; the peers get the same.
    execArgv: ["--max-semi-space-size=128", "--no-allocation-site-pretenuring", "--import", "tsx"],
    env: { ...environment, TSX_TSCONFIG_PATH: TSCONFIG },
    stdio: ["ignore", 2, 2, "ipc"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const { url } = await nextMessage<{ url: string }>(child, `${file} ${args.join(" ")}`);
  const ask = async <Answer>(question: Question) => {
    const answer = nextMessage<Answer>(child, file);
    child.send(question);
    return answer;
  };
  return {
    url,
    usage: () => ask<Usage>({ ask: "usage" }),
    async profile(to, work) {
      await ask({ ask: "profile" });
      const result = await work();
      await ask({ ask: "save", file: to });
      return result;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

function nextMessage<T>(child: ChildProcess, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`${name} ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as T);
    });
  });
}
