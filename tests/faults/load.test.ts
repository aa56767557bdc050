import { runLoad } from "../load/run-load.js";
import { TEST_SERVER } from "../support/databases.js";

const onServer = TEST_SERVER === undefined ? test.skip : test;

onServer(
  "ten seconds of load with a fault every three -> no wrong answer, as many records as answers",
  async () => {
    const outcome = await runLoad({
      server: TEST_SERVER as string,
      households: 60,
      seconds: 10,
      share: 0.4,
      capacitySeconds: 2,
      faultEvery: 3,
      say: () => undefined,
    });
    expect(outcome.wrong).toEqual([]);
    expect(outcome.verdicts.WRONG).toBe(0);
    expect(outcome.verdicts.RIGHT).toBeGreaterThan(outcome.requests / 3);
    expect(outcome.faults.length).toBeGreaterThanOrEqual(3);
    expect([outcome.unrecorded, outcome.unanswered, outcome.chainFaults]).toEqual([0, 0, []]);
  },
  180_000,
);
