import { failWith } from "./fail.js";

/** Milliseconds for all that is left once requests have ended or were cut off. */
const FOR_THE_REST = 5000;

/**
 * Lets what runs end on SIGINT or SIGTERM; a second signal does not wait, and nothing holds the
 * process for longer than its requests have to end, and five seconds.
 * @param shutdownTimeout milliseconds that running requests have to end
 */
export function stopOnSignal(running: { close(): Promise<void> }, shutdownTimeout: number): void {
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      setTimeout(() => process.exit(1), shutdownTimeout + FOR_THE_REST).unref();
      running.close().then(() => process.exit(0), failWith);
    });
  }
}
