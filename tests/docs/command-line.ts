import type { Command } from "commander";
import { hubCommand } from "../../src/cli/commands.js";

/** Runs a `hub` command in this process and answers what it prints. @throws Error with what it complains of */
export async function runHubCommand(words: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const spies = [
    jest.spyOn(process.stdout, "write").mockImplementation(collecting(printed)),
    jest.spyOn(process.stderr, "write").mockImplementation(collecting(complaints)),
  ];
  try {
    await throwing(await hubCommand([words[0] ?? ""])).parseAsync([...words], { from: "user" });
    if (process.exitCode) throw new Error([...printed, ...complaints].join(""));
    return printed.join("");
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}

/** A command that throws where it would end the process. */
function throwing(command: Command): Command {
  for (const below of command.commands) throwing(below);
  return command.exitOverride();
}

function collecting(texts: string[]): typeof process.stdout.write {
  return (chunk: string | Uint8Array, ...rest: unknown[]) => {
    texts.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
    const done = rest.find((value) => typeof value === "function") as (() => void) | undefined;
    done?.();
    return true;
  };
}
