import { LOAD_FAULTS, type LoadFault } from "./faults.js";

/**
 * Makes one fault after the other, so many seconds apart, until it is stopped; `stop` waits for the one
 * under way and answers the names of all.
 */
export function faultsEvery(
  seconds: number,
  inject: (fault: LoadFault) => Promise<void>,
): { stop(): Promise<string[]> } {
  const injected: string[] = [];
  let latest: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    const fault = LOAD_FAULTS[injected.length % LOAD_FAULTS.length] as LoadFault;
    injected.push(fault.name);
    latest = latest.then(() => inject(fault));
    // Whoever stops hears of it.
    latest.catch(() => undefined);
  }, seconds * 1000);
  return {
    async stop() {
      clearInterval(timer);
      await latest;
      return injected;
    },
  };
}
