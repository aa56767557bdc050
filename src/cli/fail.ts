/** Ends the process with one clear line on standard error, without a stack. */
export function failWith(error: unknown): never {
  const { message, code } = error as { message?: string; code?: string };
  const known = code === "EADDRINUSE" ? portTaken(error) : message;
  process.stderr.write(`hub: ${known ?? String(error)}\n`);
  process.exit(1);
}

function portTaken(error: unknown): string {
  const { address, port } = error as { address?: string; port?: number };
  return `port ${port} on ${address} is taken; set PORT to another, or stop what listens there`;
}
