// Jest runs this outside its own module loader: TypeScript is for tsx.
import { register } from "tsx/esm/api";

/** Makes the databases that every test starts from, once a run. */
export default async function setUp() {
  register();
  const { makeEmptyDatabase } = await import("./empty-database.ts");
  const { makeTemplates } = await import("./templates.ts");
  globalThis.removals = [await makeEmptyDatabase(), await makeTemplates()];
}
