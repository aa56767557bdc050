/** The system's codes for a place that cannot be written. */
const UNWRITABLE: ReadonlySet<string> = new Set(["EACCES", "EROFS", "ENOTDIR", "ENOSPC"]);

interface SystemError {
  readonly message?: string;
  readonly code?: string;
  readonly path?: string;
  readonly address?: string;
  readonly port?: number;
}

/** Ends the process with one clear line on standard error, without a stack. */
export function failWith(error: unknown): never {
  process.stderr.write(`hub: ${inOneLine(error as SystemError) ?? String(error)}\n`);
  process.exit(1);
}

function inOneLine({ message, code = "", path, address, port }: SystemError): string | undefined {
  if (code === "EADDRINUSE") {
    return `port ${port} on ${address} is taken; set PORT to another, or stop what listens there`;
  }
  if (UNWRITABLE.has(code) && path !== undefined) {
    return `cannot write ${path} (${code}); HUB_DATA names the hub's data directory`;
  }
  return message;
}
