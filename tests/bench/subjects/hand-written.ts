import { answering } from "./hand-written/answer.js";
import { coalescing, finderOn } from "./hand-written/find.js";
import { findHouseholds, findPerson } from "./hand-written/households.js";
import { openPool } from "./hand-written/pool.js";
import { listenOn, serve } from "./serve.js";

/** What a good programmer writes for these three questions alone; `coalesced` shares statements between requests. */
await serve(async () => {
  const direct = finderOn(openPool());
  const find = process.argv[2] === "coalesced" ? coalescing(direct) : direct;
  const answer = (data: object) => JSON.stringify({ data });
  const handler = await answering({
    "/household": async ({ id }) => answer({ household: (await findHouseholds(find, [id]))[0] }),
    "/households": async ({ ids }) => answer({ households: await findHouseholds(find, ids) }),
    "/person": async ({ idNumber }) => answer({ person: await findPerson(find, idNumber) }),
  });
  return listenOn(handler);
});
