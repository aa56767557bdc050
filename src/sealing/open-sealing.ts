import type { Database } from "../database/database.js";
import type { Sealing } from "./sealing.js";
import { personKeys } from "./tables.js";

/** A rotation of the person keys was interrupted: some databases have the new ones, some the old. */
export class RotationUnfinished extends Error {
  readonly code = "ROTATION_UNFINISHED";
  constructor() {
    super(
      "the databases' person keys differ: a rotation was interrupted; run hub rotate-keys again",
    );
  }
}

/**
 * The sealing that the databases are written with; a new database takes the first secret's person keys.
 * @throws PersonKeysUnknown, RotationUnfinished
 */
export async function openSealing(
  given: Sealing,
  databases: readonly Database[],
): Promise<Sealing> {
  const ids = new Set<string>();
  for (const database of databases) ids.add(await personKeysOf(database, given));
  const [id, ...others] = ids;
  if (others.length > 0) throw new RotationUnfinished();
  return given.using(id ?? given.personKeysId);
}

async function personKeysOf({ drizzle }: Database, given: Sealing): Promise<string> {
  const find = () => drizzle.select({ id: personKeys.id }).from(personKeys);
  let [found] = await find();
  if (!found) {
    await drizzle.insert(personKeys).values({ id: given.personKeysId }).onConflictDoNothing();
    [found] = await find();
  }
  return found?.id ?? given.personKeysId;
}
