/**
 * Keeps a release's database, for later releases to be tested on: a small county that was asked and
 * verified. With the release checked out, this file and release.ts in it:
 * `npx tsx tests/database/releases/record.ts <name>`.
 */
import { writeFile } from "node:fs/promises";
import { registryOf } from "../../identity/http/client-system.js";
import { newKeys } from "../../identity/support.js";
import { startTestHub, type TestHub } from "../../support/hubs.js";
import {
  CIVIL_AFFAIRS,
  HOUSEHOLD,
  RELEASE_ENVIRONMENT,
  releaseFile,
  tablesOf,
  type Release,
} from "./release.js";

const hub = await startTestHub({ environment: RELEASE_ENVIRONMENT });
try {
  const release = process.argv[2] ?? "unnamed";
  const answers = await useAll(hub);
  const { main } = hub.running.databases;
  const kept: Release = { release, answers, migrations: {}, sequences: {}, rows: {} };
  for (const { schema, table, columns } of await tablesOf(main)) {
    const name = `${schema}.${table}`;
    const rows = await main.query<{ row: string }>(
      `select to_jsonb(kept)::text as row from (select ${columns.join(", ")} from ${name}) as kept`,
    );
    kept.rows[name] = rows.map(({ row }) => row);
  }
  const accounts = await main.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'migrations'::regnamespace order by 1",
  );
  for (const { name } of accounts) {
    kept.migrations[name] = await main.query(
      `select tag, hash from migrations."${name}" order by applied_at, tag`,
    );
  }
  const sequences = await main.query<{ name: string; value: string | null }>(
    "select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences where schemaname <> 'pgboss' order by 1",
  );
  for (const { name, value } of sequences) if (value) kept.sequences[name] = value;
  await writeFile(releaseFile(release), `${JSON.stringify(kept, null, 1)}\n`);
} finally {
  await hub.close();
}

/** Leaves rows in every part of the hub, and answers what its households say. */
async function useAll({ ask, running }: TestHub): Promise<Release["answers"]> {
  const { open } = await newKeys();
  const rights = { department: "县民政局", duties: ["1.2"], jurisdiction: ["330726"] };
  await registryOf(running).add({ id: "window", kind: "system", key: open, ...rights });
  const found = await ask(
    CIVIL_AFFAIRS,
    "{ searchHouseholds(first: 9) { edges { node { id } } } }",
  );
  const ids: string[] = found.data.searchHouseholds.edges.map(
    ({ node }: { node: { id: string } }) => node.id,
  );
  const answers: Release["answers"] = {};
  for (const id of ids) answers[id] = (await ask(CIVIL_AFFAIRS, HOUSEHOLD, { id })).data.household;
  const [householdId] = ids;
  const verified = await ask(
    CIVIL_AFFAIRS,
    "mutation ($input: SubmitVerificationInput!) { submitVerification(input: $input) { id } }",
    { input: { householdId } },
  );
  if (verified.errors.length > 0) throw new Error(verified.text);
  return answers;
}
