import {
  hubParts,
  shippedMigrations,
  type DatabaseSource,
  type OpenDatabases,
} from "./database/sources.js";
import { schemaOf } from "./department/identity.js";
import { migrationSource } from "./department/migration-source.js";
import type { Source } from "./department/patience.js";
import type { Subgraph } from "./department/subgraph.js";

/** The hub's own tables come first: they keep account of the departments. */
export function migrationsOf(local: readonly Subgraph[]): DatabaseSource[] {
  const departments = local.filter(({ identity }) => identity.slug !== "hub");
  return [
    ...hubParts.map(shippedMigrations),
    ...departments.map(({ definition }) => migrationSource(definition)),
  ];
}

/** Whom a process asks for records, by the PostgreSQL schema that they are in. */
export function sourcesOf(
  local: readonly Subgraph[],
  databases: OpenDatabases,
): Map<string, Source> {
  return new Map(
    local.flatMap(({ identity }) => {
      const database = databases.byName.get(identity.slug);
      return database ? [[schemaOf(identity), { department: identity, database }] as const] : [];
    }),
  );
}
