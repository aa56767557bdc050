import { UsedProofs, type SingleUse } from "../../src/identity/clients/used-proofs.js";
import { eachBench } from "./support.js";

eachBench((bench) => {
  const proof = (changed: Partial<SingleUse> = {}): SingleUse => ({
    purpose: "dpop",
    maker: "a key",
    jti: "1",
    expires: bench().clock.now() + 90_000,
    ...changed,
  });

  test("used twice at once by two processes -> good once", async () => {
    const other = new UsedProofs(bench().database, bench().clock.now);
    const uses = [bench().used, other, bench().used].map((used) => used.use(proof()));
    expect((await Promise.all(uses)).filter(Boolean)).toHaveLength(1);
  });

  test.each([
    ["of another key", { maker: "another key" }],
    ["for another purpose", { purpose: "assertion" as const }],
    ["with another jti", { jti: "2" }],
    ["whose parts run together alike", { maker: 'a key","', jti: "" }],
  ])("a proof %s -> good as well", async (_what, changed) => {
    expect(await bench().used.use(proof())).toBe(true);
    expect(await bench().used.use(proof(changed))).toBe(true);
  });

  test("expired proofs are removed, those that other clocks may still accept are not", async () => {
    const count = async () => {
      const rows = await bench().database.query("select 1 from clients.used_proof");
      return rows.length;
    };
    await bench().used.use(proof());
    bench().clock.pass(149);
    await bench().used.use(proof({ jti: "2" }));
    expect(await count()).toBe(2);
    bench().clock.pass(61);
    await bench().used.use(proof({ jti: "3" }));
    expect(await count()).toBe(2);
  });

  test("the database cannot say -> SOURCE_UNAVAILABLE, nothing is let through", async () => {
    await bench().database.query("alter table clients.used_proof rename to gone");
    try {
      await expect(bench().used.use(proof())).rejects.toMatchObject({ code: "SOURCE_UNAVAILABLE" });
    } finally {
      await bench().database.query("alter table clients.gone rename to used_proof");
    }
  });
});
