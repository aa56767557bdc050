import { disability } from "../../resolvers/disabled-federation/tables.js";
import type { Database } from "../../src/database/database.js";
import { migrate } from "../../src/database/migrate.js";
import { everywhere, shippedMigrations } from "../../src/database/sources.js";
import type { ClearRow, FileMapping } from "../../src/intake/mapping/file-mapping.js";
import { Sealing } from "../../src/sealing/sealing.js";
import { plain } from "./in-memory-file.js";

/** A kind of file with what loads are about: persons, a sealed text, a derived one; and it says of disputes what no file may. */
export const DISABILITY: FileMapping = {
  kind: "disability",
  title: "残疾人登记",
  table: disability,
  key: ["person"],
  columns: {
    person: plain("公民身份号码"),
    grade: plain("残疾等级"),
    livingSubsidy: plain("生活补贴"),
    bankAccount: plain("银行账号"),
  },
  derive: ({ person }) => ({ certificateNumber: `${String(person)}11`, inDispute: false }),
};

/** The ID number of the n-th person. */
export const idNumber = (n: number) => `33072619800101${String(n).padStart(4, "0")}`;

/** What a file says of the n-th person. */
export function recordOf(n: number, said: ClearRow = {}): { row: ClearRow } {
  const account = `6228${String(n).padStart(15, "0")}`;
  return {
    row: {
      person: idNumber(n),
      grade: "1",
      livingSubsidy: "120.00",
      bankAccount: account,
      ...said,
    },
  };
}

/** Records of the first so many persons. */
export const recordsOf = (count: number) => Array.from({ length: count }, (_, n) => recordOf(n));

export const SECRET = "a-secret-of-thirty-two-characters";

/** A migrated database of the department alone. */
export async function departmentOn(database: Database) {
  for (const part of [...everywhere, "disabled-federation"]) {
    await migrate(database, shippedMigrations(part));
  }
  const sealing = new Sealing({ secrets: [SECRET], cipher: "aes-256-gcm" });
  return { database, sealing, department: { slug: "disabled-federation", name: "县残联" } };
}
