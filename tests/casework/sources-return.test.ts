import { completeWaiting } from "../../src/casework/verify-again.js";
import { todayInShanghai } from "../../src/codes/calendar.js";
import { anyGround } from "../support/grounds.js";
import type { TestHub, TestHubOptions } from "../support/hubs.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const SHOWN = "id state outcome version findings { code state } history { kind note }";
const HOUSEHOLD = "H330726000011";

anyGround((ground) => {
  const withHub = async <T>(options: TestHubOptions, work: (hub: TestHub) => Promise<T>) => {
    const hub = await ground().start(options);
    try {
      return await work(hub);
    } finally {
      await hub.close();
    }
  };
  const read = async (hub: TestHub, id: string) =>
    (
      await hub.ask(CIVIL_AFFAIRS, `query ($id: ID!) { verification(id: $id) { ${SHOWN} } }`, {
        id,
      })
    ).data.verification;
  const again = ({ running }: TestHub) =>
    completeWaiting(running.casework, {
      client: "test",
      operator: null,
      date: todayInShanghai(new Date()),
      credentials: {},
    });
  const itIsTime = ({ running }: TestHub) =>
    running.databases.main.query(
      "update verification.verification set retry_at = now() - interval '1 second' where retry_at is not null",
    );

  test("a source is away -> named, never clean, waited for; when it returns the report completes itself", async () => {
    const gone = { environment: { AGRICULTURE_URL: "http://127.0.0.1:9/graphql" } };
    const id = await withHub(gone, async (hub) => {
      const { data, errors } = await hub.ask(
        CIVIL_AFFAIRS,
        `mutation ($input: SubmitVerificationInput!) { submitVerification(input: $input) { ${SHOWN} report } }`,
        { input: { householdId: HOUSEHOLD } },
      );
      expect(errors).toEqual([]);
      const shown = data.submitVerification;
      expect(shown).toMatchObject({ state: "WAITING_FOR_SOURCES", version: 1 });
      expect(shown.outcome).not.toBe("CLEAN");
      expect(shown.report.state).toBe("INCOMPLETE");
      expect(
        shown.report.missing.every(
          (part: { source: string; outcome: string }) =>
            part.source !== "agriculture" || part.outcome === "UNAVAILABLE",
        ),
      ).toBe(true);
      expect(await again(hub)).toBe(0);
      await itIsTime(hub);
      expect(await again(hub)).toBe(1);
      expect(await read(hub, shown.id)).toMatchObject({ state: "WAITING_FOR_SOURCES", version: 2 });
      return shown.id as string;
    });
    await withHub({}, async (hub) => {
      await itIsTime(hub);
      expect(await again(hub)).toBe(1);
      const shown = await read(hub, id);
      expect(shown).toMatchObject({ state: "UNDER_REVIEW", outcome: "FINDINGS", version: 3 });
      expect(shown.history.map(({ kind }: { kind: string }) => kind)).toEqual([
        "VERIFIED",
        "VERIFIED",
        "VERIFIED",
      ]);
      await itIsTime(hub);
      expect(await again(hub)).toBe(0);
    });
  }, 120_000);
});
