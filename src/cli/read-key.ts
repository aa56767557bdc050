import { readFile } from "node:fs/promises";

/** The JSON in a key's file. @throws Error for a file that is none. */
export async function readKey(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8");
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file} is not JSON: a key is a JSON Web Key`);
  }
}
