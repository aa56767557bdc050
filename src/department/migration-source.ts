import { shippedMigrations, type DatabaseSource } from "../database/sources.js";
import type { DepartmentDefinition } from "./define.js";

/** A department's database and what it is migrated by: nothing, where all its sources are live. */
export function migrationSource({
  identity,
  tables,
  migrations,
}: DepartmentDefinition): DatabaseSource {
  const shipped = shippedMigrations(identity.slug);
  const folder = tables.length === 0 ? null : shipped.folder;
  return { name: shipped.name, folder: migrations ?? folder };
}
