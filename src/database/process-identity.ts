import { readFileSync } from "node:fs";

/**
 * What tells a process from a later one of the same pid: boot and start time. Null where the system
 * does not say (Linux does) or there is no such process.
 */
export function processIdentity(pid: number): string | null {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name, in parentheses, may hold spaces; start time is field 22, the 20th after it.
    const startedAt = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${boot} ${startedAt}`;
  } catch {
    return null;
  }
}

/** Whether a process of this pid runs here, ours to signal or not. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
