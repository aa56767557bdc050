import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Register } from "./register.js";

/** register.json as an import writes it: the same register gives the same text. */
export function formatRegister({
  document,
  duties,
}: Pick<Register, "document" | "duties">): string {
  const generated = "by `hub register import` from the policy document; do not edit";
  return `${JSON.stringify({ generated, document, duties }, null, 2)}\n`;
}

/** Replaces register.json in the directory whole or not at all. */
export async function writeRegister(
  directory: string,
  register: Pick<Register, "document" | "duties">,
): Promise<void> {
  const file = join(directory, "register.json");
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, formatRegister(register), { flush: true });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
