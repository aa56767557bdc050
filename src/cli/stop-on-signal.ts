import { failWith } from "./fail.js";

/** Lets what runs end on SIGINT or SIGTERM; a second signal does not wait. */
export function stopOnSignal(running: { close(): Promise<void> }): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      running.close().then(() => process.exit(0), failWith);
    });
  }
}
