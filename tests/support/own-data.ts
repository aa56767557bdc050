import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Gives commands that run in this process a data directory of the file's own, and no server; it goes
 * with the file's tests, and what the environment said before is back.
 */
export function ownData(): () => string {
  const { HUB_DATA, DATABASE_URL } = process.env;
  let directory = "";
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "hub-data-"));
    tell({ HUB_DATA: directory, DATABASE_URL: undefined });
  });
  afterAll(async () => {
    tell({ HUB_DATA, DATABASE_URL });
    await rm(directory, { recursive: true });
  });
  return () => directory;
}

function tell(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
