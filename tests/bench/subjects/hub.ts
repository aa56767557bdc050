import { readConfig } from "../../../src/config.js";
import { ALL_WALLS, type Walls } from "../../../src/department/walls.js";
import { blueprint, departmentSlugs } from "../../../src/index.js";
import { openLog } from "../../../src/log.js";
import { startHub, startSubgraph } from "../../../src/start-hub.js";
import { serve } from "./serve.js";

/**
 * The hub as it is delivered: `hub.ts`. With walls taken down: `hub.ts --without operation,shield`.
 * One department alone: `hub.ts --department agriculture`.
 */
const [flag, value = ""] = process.argv.slice(2);

await serve(async () => {
  const config = readConfig(process.env, departmentSlugs);
  const plan = await blueprint();
  const options = { config, log: openLog("warn"), walls: wallsWithout(flag, value) };
  if (flag !== "--department") return `${(await startHub(plan, options)).url}/graphql`;
  const department = plan.subgraphs.find(({ identity }) => identity.slug === value);
  if (!department) throw new Error(`no department ${value}`);
  return `${(await startSubgraph(plan, department, options)).url}/graphql`;
});

function wallsWithout(option: string | undefined, names: string): Walls {
  if (option !== "--without") return ALL_WALLS;
  const down = Object.fromEntries(names.split(",").map((name) => [name, false]));
  return { ...ALL_WALLS, ...down };
}
