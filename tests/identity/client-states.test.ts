import type { JWTPayload } from "jose";
import { ClientGate } from "../../src/identity/clients/client-gate.js";
import { ClientStates } from "../../src/identity/clients/client-states.js";
import {
  eachBench,
  ID,
  newKeys,
  outcome,
  register,
  sign,
  tokenClaims,
  verifierOf,
} from "./support.js";
import { openEmptyDatabase } from "../support/empty-database.js";

const UNAVAILABLE = { code: "SOURCE_UNAVAILABLE", extensions: { http: { status: 503 } } };

eachBench((bench) => {
  let states: ClientStates;
  beforeEach(async () => {
    await bench().add((await newKeys()).open);
    states = new ClientStates(bench().database, { now: bench().clock.now });
  });

  async function statements(work: () => Promise<unknown>): Promise<number> {
    let count = 0;
    const stop = bench().database.onStatement(() => count++);
    await work();
    stop();
    return count;
  }

  test("many questions at once and within two seconds -> one statement", async () => {
    const ask = () => Promise.all([states.stateOf(ID), states.stateOf(ID), states.stateOf(ID)]);
    const asked = await statements(async () => {
      await ask();
      bench().clock.pass(1.9);
      await ask();
    });
    expect(asked).toBe(1);
  });

  test("suspended -> seen after two seconds at the latest, resumed as well", async () => {
    expect((await states.stateOf(ID))?.state).toBe("active");
    await bench().registry.suspend(ID);
    bench().clock.pass(2);
    expect((await states.stateOf(ID))?.state).toBe("suspended");
    await bench().registry.resume(ID);
    bench().clock.pass(2);
    expect((await states.stateOf(ID))?.state).toBe("active");
  });

  test("not registered -> null, without a statement each time; registered since -> seen soon", async () => {
    const ask = () => Promise.all([states.stateOf("late"), states.stateOf("late")]);
    const asked = await statements(async () => {
      expect(await ask()).toEqual([null, null]);
      expect(await ask()).toEqual([null, null]);
    });
    expect(asked).toBe(1);
    await bench().add((await newKeys()).open, { id: "late" });
    bench().clock.pass(0.2);
    expect(await states.stateOf("late")).toMatchObject({ id: "late", kind: "system" });
  });

  test("the database does not answer -> known for two seconds, then nobody is let in", async () => {
    states = new ClientStates(bench().database, { now: bench().clock.now, maximumAge: 20 });
    await states.stateOf(ID);
    await bench().database.transaction(async (transaction) => {
      await transaction.query("lock table clients.client in access exclusive mode");
      bench().clock.pass(0.019);
      expect((await states.stateOf(ID))?.state).toBe("active");
      bench().clock.pass(0.001);
      await expect(states.stateOf(ID)).rejects.toMatchObject(UNAVAILABLE);
    });
  });

  test("an answer that comes too late -> not trusted", async () => {
    const answers = states.stateOf(ID);
    bench().clock.pass(2);
    await expect(answers).rejects.toMatchObject(UNAVAILABLE);
    expect((await states.stateOf(ID))?.state).toBe("active");
  });

  describe("a token through the gate", () => {
    const admit = async (changed: JWTPayload = {}, requireRegistered = true) => {
      const keys = await newKeys();
      const clients = new ClientGate({ states, register, requireRegistered });
      const verifier = verifierOf(keys, { clients, now: bench().clock.now });
      return { verifier, token: await sign(tokenClaims(bench().clock, changed), keys) };
    };
    const outcomeOf = async (changed: JWTPayload = {}, requireRegistered = true) => {
      const { verifier, token } = await admit(changed, requireRegistered);
      return outcome(verifier, token);
    };

    test.each<[string, JWTPayload, string | RegExp]>([
      ["of an active client", {}, "accepted"],
      ["of an unknown client", { sub: "nobody" }, /^UNAUTHENTICATED: .* not registered/],
      [
        "of another department",
        { department: "县残联" },
        /^UNAUTHENTICATED: .* another department/,
      ],
      ["for other divisions", { jurisdiction: ["330727"] }, /^UNAUTHENTICATED: .* divisions/],
    ])("%s -> %s", async (_what, changed, expected) => {
      expect(await outcomeOf(changed)).toMatch(expected);
    });

    test("of an unknown client, where registration is not required -> as it stands", async () => {
      const { verifier, token } = await admit({ sub: "nobody", duties: ["9.1"] }, false);
      expect(await verifier.verify(token)).toMatchObject({ duties: ["9.1"], kind: null });
    });

    test("that says more than the registry -> the registry's", async () => {
      const { verifier, token } = await admit({ duties: ["2.3", "3.1"], jurisdiction: ["33"] });
      expect(await verifier.verify(token)).toEqual({
        sub: ID,
        department: "县民政局",
        duties: ["2.3"],
        jurisdiction: ["330726"],
        kind: "system",
      });
    });

    test("under an alias of the department -> accepted", async () => {
      const { open } = await newKeys();
      await bench().add(open, { id: "planning", department: "县发改局", duties: ["2.2"] });
      const claims = { sub: "planning", department: "县发改委", duties: ["2.2"] };
      expect(await outcomeOf(claims)).toBe("accepted");
    });

    test.each([true, false])(
      "of a client suspended since -> refused after two seconds (registration required: %s)",
      async (required) => {
        const { verifier, token } = await admit({}, required);
        expect(await outcome(verifier, token)).toBe("accepted");
        await bench().registry.suspend(ID);
        bench().clock.pass(2);
        expect(await outcome(verifier, token)).toMatch(/^UNAUTHENTICATED: .* suspended/);
      },
    );
  });
});

test("a database that is closed -> SOURCE_UNAVAILABLE", async () => {
  const { database, close } = await openEmptyDatabase();
  await close();
  await expect(new ClientStates(database).stateOf(ID)).rejects.toMatchObject(UNAVAILABLE);
});
