import { defineConfig } from "drizzle-kit";

const department = process.env["DEPARTMENT"];
if (!department) throw new Error("DEPARTMENT names a folder of resolvers/, or hub");

/**
 * Migrations of one department: `DEPARTMENT=agriculture npx drizzle-kit generate --name add_plots`.
 * MIGRATIONS_OUT, a relative path, takes the place of ./migrations (`npm run check:migrations`).
 */
export default defineConfig({
  dialect: "postgresql",
  schema: department === "hub" ? "./src/hub/tables.ts" : `./resolvers/${department}/tables.ts`,
  out: `${process.env["MIGRATIONS_OUT"] ?? "./migrations"}/${department}`,
});
