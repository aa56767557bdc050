import { TEST_SERVER } from "../support/databases.js";
import { HAS_POSTGRES } from "../support/own-cluster.js";
import { startHubProcess } from "../support/hub-process.js";
import { within } from "../support/within.js";
import { locks } from "./database/locks.js";
import { openStage, type Stage } from "./database/stage.js";
import { starvation } from "./database/starvation.js";
import { stops } from "./database/stops.js";
import { together } from "./database/together.js";

const isPossible = TEST_SERVER !== undefined && HAS_POSTGRES;
if (!isPossible)
  process.stderr.write(
    "skipped: a server to stop takes TEST_DATABASE_URL and PostgreSQL's programs\n",
  );
const whereThereIsOne = isPossible ? describe : describe.skip;

whereThereIsOne("two hubs on a server of the test's own", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());
  const use = () => stage;

  together(use);
  locks(use);
  starvation(use);
  stops(use);

  test("killed in the middle of a re-verification and started again -> it goes on, each household once", async () => {
    const { data } = await stage.ask(0, `mutation { startReverification(input: {}) { id total } }`);
    const { id, total } = data.startReverification;
    stage.hubs.forEach(({ child }) => child.kill("SIGKILL"));
    await Promise.all(stage.hubs.map(({ ended }) => ended));
    stage.hubs[0] = await startHubProcess(stage.environment);
    await within(60_000, async () => {
      const shown = await stage.ask(0, `query ($id: ID!) { reverification(id: $id) { state } }`, {
        id,
      });
      expect(shown.data.reverification.state).toBe("FINISHED");
    });
    const reports = await stage.cluster.query(
      `select count(*)::int as reports, count(distinct household_id)::int as households
         from verification.verification where run_id = '${id}'`,
      "county",
    );
    expect(reports).toEqual([{ reports: total, households: total }]);
  }, 90_000);
});
