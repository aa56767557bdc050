// Jest runs this outside its own module loader: TypeScript is for tsx.
import { register } from "tsx/esm/api";

/** Makes the databases that every test hub starts from, once a run. */
export default async function setUp() {
  register();
  const { makeTemplates } = await import("./templates.ts");
  globalThis.removeTemplates = await makeTemplates();
}
