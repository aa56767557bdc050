import { makeEmptyDatabase } from "./empty-database.ts";
import { makeTemplates } from "./templates.ts";

/** Makes the databases that every test starts from, once a run. */
export default async function setUp() {
  globalThis.removals = [await makeEmptyDatabase(), await makeTemplates()];
}
