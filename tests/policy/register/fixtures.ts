import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  DepartmentName,
  Register,
  RegisterDuty,
} from "../../../src/policy/register/register.js";

/** A duty without anything that a test does not ask for. */
export function duty(
  id: string,
  departments: string[],
  more: Partial<RegisterDuty> = {},
): RegisterDuty {
  const [item = 1, list = 1] = id.split(".").map(Number);
  return {
    id,
    section: 1,
    item,
    list,
    title: `事项${item}`,
    departments,
    validFrom: null,
    validTo: null,
    basisStatus: "draft",
    position: { line: item, offset: 0 },
    ...more,
  };
}

/** A body without aliases. */
export function body(name: string, more: Partial<DepartmentName> = {}): DepartmentName {
  return { name, aliases: [], collective: false, members: [], ...more };
}

/** A register of these duties and bodies. */
export function registerOf(
  duties: RegisterDuty[],
  departments: DepartmentName[] = [],
  more: Partial<Register> = {},
): Register {
  const document = { title: "试行办法", sha256: "0".repeat(64), basisStatus: "draft" } as const;
  return { document, duties, purposes: [], departments, ...more };
}

/** A directory with these files, gone when the file's tests are over. */
export function directoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(tmpdir(), "hub-register-"));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(directory, name), content);
  directories.push(directory);
  return directory;
}

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

/** The error that a synchronous call throws; fails the test where it throws none. */
export function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
