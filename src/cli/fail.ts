import { coloured } from "./terminal/colours.js";

/** The system's codes for a place that cannot be written. */
const UNWRITABLE: ReadonlySet<string> = new Set(["EACCES", "EROFS", "ENOTDIR", "ENOSPC"]);

/** What to do next, by the code of what went wrong, where the message alone does not say it. */
const NEXT: Readonly<Record<string, string>> = {
  DATABASE_UNREACHABLE:
    "DATABASE_URL names the server: is it running, and does it let this machine in?",
  DATABASE_LOGIN_REFUSED: "check the user and the password of DATABASE_URL",
  DATABASE_MISSING: "create it (createdb), or name another in DATABASE_URL",
  DATABASE_HELD: "stop that process, ask the hub that runs there, or name another HUB_DATA",
  CONFIG_INVALID: "docs/deploy.md and README.md say what each variable means",
};

interface SystemError {
  readonly message?: string;
  readonly code?: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

/** Ends the process with one clear line on standard error, without a stack. */
export function failWith(error: unknown): never {
  const text = inOneLine(error as SystemError) ?? String(error);
  const next = NEXT[(error as SystemError | null)?.code ?? ""];
  const name = coloured("bad", "hub:", process.stderr);
  process.stderr.write(`${name} ${next ? `${text}; ${next}` : text}\n`);
  process.exit(1);
}

function inOneLine({ message, code = "", path, address, port }: SystemError): string | undefined {
  if (code === "EADDRINUSE") {
    return `port ${port} on ${address} is taken; set PORT to another, or stop what listens there`;
  }
  if (UNWRITABLE.has(code) && path !== undefined) {
    return `cannot write ${path} (${code}); HUB_DATA names the hub's data directory`;
  }
  if (code === "ENOENT" && path !== undefined) return `there is no file ${path}`;
  return message;
}
