import type { Database } from "../../src/database/database.js";
import { TEST_SERVER } from "../support/databases.js";
import { startTestHub, type TestHub } from "../support/hubs.js";

const onServer = TEST_SERVER === undefined ? describe.skip : describe;

onServer("the roles of a hub on a PostgreSQL server", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ server: TEST_SERVER });
  }, 60_000);
  afterAll(() => hub?.close());

  const under = (role: string, ...jurisdiction: string[]): Database =>
    hub.running.databases.main.under({ role, jurisdiction });
  const refusal = { code: "42501" };

  test("a duty's role selects the columns that the duty needs, and no others", async () => {
    const role = under("hub_duty_12_1", "330726");
    const needed = "select usage, floor_area from big_data.real_estate";
    expect((await role.query(needed)).length).toBeGreaterThan(0);
    for (const refused of [
      "select certificate_number from big_data.real_estate",
      "select * from big_data.real_estate",
      "select count(*) from big_data.real_estate where share > 0",
      "select deposits from big_data.financial_assets",
      "select code from medical_insurance.diagnosis",
      "select * from consent.consent",
      "delete from big_data.real_estate",
    ]) {
      await expect(role.query(refused)).rejects.toMatchObject(refusal);
    }
  });

  test("an owner's role selects its own columns whatever the duty needs", async () => {
    const account = "select bank_account from disabled_federation.disability";
    await expect(under("hub_duty_12_1", "330726").query(account)).rejects.toMatchObject(refusal);
    const own = under("hub_duty_2_3_disabled_federation", "330726");
    expect((await own.query(account)).length).toBeGreaterThan(0);
  });

  test("rows of other divisions are not there", async () => {
    const count = async (...jurisdiction: string[]) => {
      const [row] = await under("hub_duty_1_2_civil_affairs", ...jurisdiction).query<{ n: number }>(
        "select count(*)::int as n from civil_affairs.person",
      );
      return row?.n ?? 0;
    };
    const all = await count("330726");
    const town = await count("330726203");
    expect([town > 0, town < all]).toEqual([true, true]);
    expect(await count("330727")).toBe(0);
    expect(await count()).toBe(0);
    expect(await count("%", "33072_", "' or true --")).toBe(0);
  });

  test("a connection serves callers of different rights one after another, each with its own", async () => {
    const who = async (role: string) => {
      const [row] = await under(role, "330726").query<{ name: string }>(
        "select current_user as name",
      );
      return row?.name;
    };
    const roles = ["hub_duty_12_1", "hub_duty_1_2_civil_affairs", "hub_duty_2_1_agriculture"];
    const asked = Array.from({ length: 60 }, (_, place) => roles[place % 3] as string);
    expect(await Promise.all(asked.map(who))).toEqual(asked);
    const [login] = await hub.running.databases.main.query<{ name: string }>(
      "select current_user as name",
    );
    expect(login?.name).not.toMatch(/^hub_duty/);
  });

  test("a role that does not exist runs nothing", async () => {
    await expect(under("hub_duty_99_9").query("select 1")).rejects.toThrow(/hub_duty_99_9/);
  });
});
