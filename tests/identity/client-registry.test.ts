import { ROTATION_GRACE } from "../../src/identity/clients/client-registry.js";
import { eachBench, ID, newKeys } from "./support.js";

eachBench((bench) => {
  describe("registering a client", () => {
    test("comes back as it was registered, in the register's words", async () => {
      const { open } = await newKeys();
      await bench().add(open, {
        name: "民政窗口",
        duties: ["1.2", "1.2"],
        jurisdiction: ["330700"],
      });
      const at = "2026-03-01T08:00:00+08:00";
      expect(await bench().registry.find(ID)).toEqual({
        id: ID,
        name: "民政窗口",
        department: "县民政局",
        duties: ["1.2"],
        jurisdiction: ["3307"],
        kind: "system",
        state: "active",
        keys: [
          {
            kid: open.kid,
            jwk: { ...open, use: "sig" },
            addedAt: "2026-03-01T00:00:00.000Z",
            retiredAt: null,
          },
        ],
        createdAt: at,
        updatedAt: at,
      });
    });

    test("an alias stands for the official name", async () => {
      const { open } = await newKeys();
      await bench().add(open, { department: "县发改委", duties: ["2.2"] });
      expect((await bench().registry.find(ID))?.department).toBe("县发改局");
    });

    test.each([
      ["an id with a blank", { id: "a b" }, "id"],
      ["no id", { id: "" }, "id"],
      ["a department the register does not have", { department: "县外星局" }, "department"],
      ["a duty the register does not have", { duties: ["99.9"] }, "duties"],
      ["a duty of other departments", { department: "县残联", duties: ["1.2"] }, "duties"],
      [
        "one such duty among right ones",
        { department: "县残联", duties: ["2.3", "1.2"] },
        "duties",
      ],
      ["a collective name", { department: "相关部门", duties: ["1.2"] }, "duties"],
      ["no duty", { duties: [] }, "duties"],
      ["no division", { jurisdiction: [] }, "jurisdiction"],
      ["a division that is no code", { jurisdiction: ["浦江"] }, "jurisdiction"],
      ["every division", { jurisdiction: [""] }, "jurisdiction"],
      ["a division of seven digits", { jurisdiction: ["3307260"] }, "jurisdiction"],
      ["no key", { key: undefined }, "key"],
    ])("with %s -> BAD_USER_INPUT", async (_what, changed, argument) => {
      const { open } = await newKeys();
      await expect(bench().add(open, changed)).rejects.toMatchObject({
        code: "BAD_USER_INPUT",
        extensions: { argument },
      });
      expect(await bench().registry.list()).toEqual([]);
    });

    test("under an id that is taken -> BAD_USER_INPUT, and the first one stays", async () => {
      const [first, second] = [await newKeys(), await newKeys()];
      await bench().add(first.open);
      await expect(bench().add(second.open)).rejects.toMatchObject({
        extensions: { argument: "id" },
      });
      expect((await bench().registry.find(ID))?.keys.map(({ kid }) => kid)).toEqual([
        first.open.kid,
      ]);
    });
  });

  describe("changing a client", () => {
    test("list -> every client by id", async () => {
      const { open } = await newKeys();
      for (const id of ["b", "a"]) await bench().add(open, { id });
      expect((await bench().registry.list()).map(({ id }) => id)).toEqual(["a", "b"]);
    });

    test("suspend, resume -> the state and when", async () => {
      await bench().add((await newKeys()).open);
      bench().clock.pass(60);
      expect(await bench().registry.suspend(ID)).toMatchObject({
        state: "suspended",
        createdAt: "2026-03-01T08:00:00+08:00",
        updatedAt: "2026-03-01T08:01:00+08:00",
      });
      expect(await bench().registry.resume(ID)).toMatchObject({ state: "active" });
    });

    test.each(["suspend", "resume"] as const)(
      "%s of an unknown client -> refused",
      async (change) => {
        await expect(bench().registry[change]("nobody")).rejects.toMatchObject({
          code: "BAD_USER_INPUT",
          extensions: { argument: "id" },
        });
      },
    );

    test("rotate -> the new key is in use, the old one until the grace period ends", async () => {
      const [first, second] = [await newKeys(), await newKeys()];
      await bench().add(first.open);
      const { keys } = await bench().registry.rotate(ID, second.open);
      const until = new Date(bench().clock.now() + ROTATION_GRACE).toISOString();
      expect(keys.map(({ kid, retiredAt }) => [kid, retiredAt])).toEqual([
        [first.open.kid, until],
        [second.open.kid, null],
      ]);
    });

    test("a second rotation shortens a grace period and never lengthens one", async () => {
      const [first, second, third] = [await newKeys(), await newKeys(), await newKeys()];
      await bench().add(first.open);
      await bench().registry.rotate(ID, second.open, 60_000);
      const { keys } = await bench().registry.rotate(ID, third.open, 3_600_000);
      expect(keys.map(({ retiredAt }) => retiredAt)).toEqual([
        "2026-03-01T00:01:00.000Z",
        "2026-03-01T01:00:00.000Z",
        null,
      ]);
    });

    test("two rotations at once -> neither is lost", async () => {
      const added = [await newKeys(), await newKeys(), await newKeys()];
      await bench().add((await newKeys()).open);
      await Promise.all(added.map(({ open }) => bench().registry.rotate(ID, open)));
      const keys = (await bench().registry.find(ID))?.keys ?? [];
      expect(keys).toHaveLength(4);
      expect(keys.filter(({ retiredAt }) => retiredAt === null)).toHaveLength(1);
    });

    test.each([
      ["a key the client had before", {}],
      ["the same key under another id", { kid: "another" }],
    ])("rotate to %s -> refused", async (_what, changed) => {
      const { open } = await newKeys();
      await bench().add(open);
      await expect(bench().registry.rotate(ID, { ...open, ...changed })).rejects.toMatchObject({
        extensions: { argument: "key" },
      });
    });

    test("rotate of an unknown client -> refused", async () => {
      const rotation = bench().registry.rotate("nobody", (await newKeys()).open);
      await expect(rotation).rejects.toMatchObject({ extensions: { argument: "id" } });
    });
  });
});
