import { addDays, todayInShanghai } from "../../../src/codes/calendar.js";
import { changeConsents, type ConsentChange } from "../../support/consents.js";
import type { Answer, Asking, TestHub } from "../../support/hubs.js";
import { BIG_DATA, CIVIL_AFFAIRS, errorsOf, FINANCE, means } from "./asking.js";

const TODAY = todayInShanghai(new Date());

/** What needs the consent of the persons concerned. */
export function describeConsent(hub: () => TestHub): void {
  const { ask, database, idNumberOf, rows } = means(hub);

  describe("a FINANCIAL or HEALTH field under a duty that needs consent", () => {
    interface Family {
      readonly id: string;
      readonly members: readonly string[];
    }
    const FAMILY = `query($id: ID!) { household(id: $id) {
      headCount incomeBand declaration { wageIncome }
      members { name idNumber medicalInsurance { status seriousIllness } } } }`;
    let families: Family[];
    /** A household of two or more whose members have all consented; each test takes its own. */
    const family = () => families.pop()!;
    const familyOf = (id: string, asking: Asking = BIG_DATA) => ask(asking, FAMILY, { id });
    const change = (idNumber: string, to: ConsentChange) =>
      changeConsents(database(), hub().sealing.personKey(idNumber), to);
    const blocked = (answer: Answer, field: string) =>
      answer.errors.filter(({ path }) => path?.join(".") === field);

    beforeAll(async () => {
      const query = `{ searchHouseholds(first: 500) { edges { node {
        id incomeBand declaration { wageIncome } members { idNumber medicalInsurance { status } } } } } }`;
      const { data, errors } = await ask(BIG_DATA, query);
      const spoilt = new Set(errors.map(({ path }) => path?.[2]));
      families = data.searchHouseholds.edges.flatMap(({ node }: { node: never }, place: number) => {
        const { id, incomeBand, declaration, members } = node as {
          id: string;
          incomeBand: string | null;
          declaration: { wageIncome: string | null } | null;
          members: { idNumber: string; medicalInsurance: object | null }[];
        };
        const whole = !spoilt.has(place) && incomeBand && declaration?.wageIncome;
        return whole && members.length > 1 && members.every((member) => member.medicalInsurance)
          ? [{ id, members: members.map(({ idNumber }) => idNumber) }]
          : [];
      });
      expect(families.length).toBeGreaterThan(12);
    });

    test.each<[string, ConsentChange]>([
      ["revoked between two requests", { state: "REVOKED" }],
      ["ended", { state: "ENDED" }],
      ["expired yesterday", { valid_to: addDays(TODAY, -1) }],
      ["in force from tomorrow", { valid_from: addDays(TODAY, 1) }],
      ["not covering the duty", { duties: ["1.3", "1.20", "1"] }],
    ])("%s -> null and CONSENT_REQUIRED at the path; siblings survive", async (_name, to) => {
      const { id, members } = family();
      const before = await familyOf(id);
      expect(before.errors).toEqual([]);
      await change(members[0]!, to);
      const after = await familyOf(id);
      const { members: seen, headCount } = after.data.household;
      const [first, ...others] = before.data.household.members;
      expect(seen).toEqual([{ ...first, medicalInsurance: null }, ...others]);
      expect(headCount).toEqual(before.data.household.headCount);
      const [error, more] = blocked(after, "household.members.0.medicalInsurance");
      expect(more).toBeUndefined();
      expect(error?.extensions).toEqual({
        code: "CONSENT_REQUIRED",
        coordinate: "Person.medicalInsurance",
        duty: "1.2",
      });
    });

    test("one member's consent missing blocks the household's FINANCIAL fields, not its others", async () => {
      const { id, members } = family();
      await change(members.at(-1)!, { state: "REVOKED" });
      const answer = await familyOf(id);
      const { incomeBand, declaration, headCount } = answer.data.household;
      expect([incomeBand, declaration]).toEqual([null, null]);
      expect(headCount).not.toBeNull();
      for (const field of ["incomeBand", "declaration"]) {
        expect(blocked(answer, `household.${field}`)).toMatchObject([
          {
            extensions: {
              code: "CONSENT_REQUIRED",
              coordinate: `Household.${field}`,
              duty: "1.2",
            },
          },
        ]);
      }
    });

    test.each<[string, ConsentChange]>([
      ["valid to today", { valid_from: TODAY, valid_to: TODAY }],
      ["given again after it was revoked", { state: "GIVEN" }],
    ])("%s -> answered", async (_name, to) => {
      const { id, members } = family();
      await change(members[0]!, { state: "REVOKED" });
      await change(members[0]!, { ...to, state: "GIVEN" });
      expect((await familyOf(id)).errors).toEqual([]);
    });

    test("the owner needs none for its own fields, and does for another's", async () => {
      const { id, members } = family();
      for (const member of members) await change(member, { state: "REVOKED" });
      const query = `query($id: ID!) { household(id: $id) { incomeBand declaration { wageIncome }
        members { vehicles { plateNumber } } } }`;
      const civil = await ask(CIVIL_AFFAIRS, query, { id });
      expect(civil.data.household).toEqual({
        incomeBand: expect.any(String),
        declaration: { wageIncome: expect.any(String) },
        members: members.map(() => ({ vehicles: null })),
      });
      expect(errorsOf(civil)).toEqual(
        members.map((_, place) => [`household.members.${place}.vehicles`, "CONSENT_REQUIRED"]),
      );
      const bigData = await ask(BIG_DATA, query, { id });
      expect(bigData.data.household.members).toEqual(
        members.map(() => ({ vehicles: expect.any(Array) })),
      );
      expect(errorsOf(bigData)).toEqual([
        ["household.declaration", "CONSENT_REQUIRED"],
        ["household.incomeBand", "CONSENT_REQUIRED"],
      ]);
    });

    test("a duty that asks for none needs none", async () => {
      const [found] = await rows<{ person: string }>(
        `select person from disabled_federation.disability
          where living_subsidy is not null and person not in (
            select person from consent.consent where state = 'GIVEN') limit 1`,
      );
      const idNumber = found ? await idNumberOf(found.person) : family().members[0]!;
      if (!found) await change(idNumber, { state: "REVOKED" });
      const query = `query($n: IdNumber!) { person(idNumber: $n) {
        disability { livingSubsidy } medicalInsurance { status } } }`;
      const asking = { department: "县财政局", duty: "3.2" };
      const { status, errors } = await ask(asking, query, { n: idNumber });
      expect([status, errors]).toEqual([200, []]);
    });

    test("filtering by it -> refused, since nobody knows beforehand whose consent it takes", async () => {
      const query = `{ searchHouseholds(filter: { incomeBand: WITHIN_STANDARD }) { totalCount } }`;
      const { data, errors } = await ask(FINANCE, query);
      expect(data).toEqual({ searchHouseholds: null });
      expect(errors.map(({ path, extensions }) => [path, extensions])).toEqual([
        [
          ["searchHouseholds"],
          { code: "CONSENT_REQUIRED", coordinate: "Household.incomeBand", duty: FINANCE.duty },
        ],
      ]);
      const owner = await ask(CIVIL_AFFAIRS, query);
      expect(owner.data.searchHouseholds.totalCount).toBeGreaterThan(0);
    });
  });
}
