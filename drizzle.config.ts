import { defineConfig } from "drizzle-kit";

const department = process.env["DEPARTMENT"];
if (!department) throw new Error("DEPARTMENT names a folder of resolvers/, or a part of the hub");

/** The hub's own parts that keep tables. */
const PARTS: Readonly<Record<string, string>> = {
  hub: "./src/hub/tables.ts",
  consent: "./src/identity/consent/tables.ts",
  clients: "./src/identity/clients/tables.ts",
  operations: "./src/operations/tables.ts",
  audit: "./src/audit/tables.ts",
  sealing: "./src/sealing/tables.ts",
  issues: "./src/intake/issues/tables.ts",
  intake: "./src/intake/tables.ts",
  verification: "./src/casework/tables.ts",
};

/**
 * Migrations of one department: `DEPARTMENT=agriculture npx drizzle-kit generate --name add_plots`.
 * MIGRATIONS_OUT, a relative path, takes the place of ./migrations (`npm run check:migrations`).
 */
export default defineConfig({
  dialect: "postgresql",
  schema: PARTS[department] ?? `./resolvers/${department}/tables.ts`,
  out: `${process.env["MIGRATIONS_OUT"] ?? "./migrations"}/${department}`,
});
