import { addDays, todayInShanghai } from "../../src/codes/calendar.js";
import { changeConsents, type ConsentChange } from "../support/consents.js";
import { eachGround, hubOn } from "../support/grounds.js";
import type { Answer, Asking } from "../support/hubs.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
/** Owns vehicles and the like; needs consent for what other departments own. */
const BIG_DATA = { department: "县大数据局", duty: "1.2" };
const FINANCE = { department: "县财政局", duty: "1.3" };

const TODAY = todayInShanghai(new Date());

/** Where an answer has errors, and which. */
const errorsOf = ({ errors }: Answer) =>
  errors.map(({ path, extensions }) => [path?.join("."), extensions["code"]]).sort();

eachGround((ground) => {
  const hub = hubOn(ground);
  const database = () => hub().running.databases.main;
  const rows = <Row extends object>(sql: string, ...parameters: unknown[]) =>
    database().query<Row>(sql, parameters);
  const ask = (asking: Asking, query: string, variables?: Record<string, unknown>) =>
    hub().ask(asking, query, variables);

  describe("a person or household outside the caller's divisions", () => {
    const OUTSIDE = "OUT_OF_JURISDICTION";
    let inside: { id: string; village: string; idNumber: string };
    let outside: { id: string; village: string; idNumber: string };
    let here: Asking;

    beforeAll(async () => {
      const found = await rows<typeof inside>(
        `select distinct on (h.village) h.id, h.village, p.id_number as "idNumber"
           from civil_affairs.household h
           join civil_affairs.membership m on m.household_id = h.id and m.role = 'MEMBER'
           join civil_affairs.person p on p.id_number = m.id_number and p.division = h.village
          order by h.village, h.id limit 2`,
      );
      [inside, outside] = found as [typeof inside, typeof outside];
      here = { ...CIVIL_AFFAIRS, jurisdiction: [inside.village] };
    });

    test("by id: null and an error at the path; its sibling survives", async () => {
      const query =
        "query($a: ID!, $b: ID!) { a: household(id: $a) { id } b: household(id: $b) { id } }";
      const answer = await ask(here, query, { a: outside.id, b: inside.id });
      expect(answer.data).toEqual({ a: null, b: { id: inside.id } });
      expect(errorsOf(answer)).toEqual([["a", OUTSIDE]]);
    });

    test("among ids: null at its place; one that does not exist is null without an error", async () => {
      const query = "query($ids: [ID!]!) { households(ids: $ids) { id } }";
      const ids = [inside.id, outside.id, "H0", outside.id, inside.id];
      const answer = await ask(here, query, { ids });
      const found = { id: inside.id };
      expect(answer.data.households).toEqual([found, null, null, null, found]);
      expect(errorsOf(answer)).toEqual([
        ["households.1", OUTSIDE],
        ["households.3", OUTSIDE],
      ]);
    });

    test("by ID number: null and an error at the path; its sibling survives", async () => {
      const query = `query($a: IdNumber!, $b: IdNumber!) {
        a: person(idNumber: $a) { idNumber name } b: person(idNumber: $b) { idNumber } }`;
      const answer = await ask(here, query, { a: outside.idNumber, b: inside.idNumber });
      expect(answer.data).toEqual({ a: null, b: { idNumber: inside.idNumber } });
      expect(errorsOf(answer)).toEqual([["a", OUTSIDE]]);
    });

    test("in a search: neither found nor counted, whatever the filter and the cursor say", async () => {
      const [{ count } = { count: 0 }] = await rows<{ count: number }>(
        "select count(*)::int as count from civil_affairs.household where village = $1",
        inside.village,
      );
      const search = async (parameters: object) => {
        const { data } = await ask(
          here,
          `query($filter: HouseholdFilter, $after: String, $first: Int! = 500) {
             searchHouseholds(filter: $filter, after: $after, first: $first) {
               totalCount edges { node { village } } pageInfo { hasNextPage } } }`,
          { ...parameters },
        );
        const { totalCount, edges, pageInfo } = data.searchHouseholds;
        const villages = edges.map((edge: { node: { village: string } }) => edge.node.village);
        return { totalCount, villages, hasNextPage: pageInfo.hasNextPage };
      };
      const own = Array.from({ length: count }, () => inside.village);
      const none = { totalCount: 0, villages: [], hasNextPage: false };
      expect(await search({})).toEqual({ totalCount: count, villages: own, hasNextPage: false });
      expect(await search({ filter: { village: outside.village } })).toEqual(none);
      expect(await search({ filter: { township: outside.village.slice(0, 9) } })).toEqual(
        outside.village.startsWith(inside.village.slice(0, 9)) ? expect.anything() : none,
      );
      const cursor = (id: string) => Buffer.from(`household:${id}`).toString("base64url");
      for (const id of [outside.id, "H", "' or true --", "%"]) {
        const { totalCount, villages } = await search({ after: cursor(id) });
        expect(totalCount).toBe(count);
        expect(villages.every((village: string) => village === inside.village)).toBe(true);
      }
    });

    test("as a spouse: an error at the path; the registration survives", async () => {
      const [couple] = await rows<{ idNumber: string; spouse: string; division: string }>(
        `select m.id_number as "idNumber", s.id_number as spouse, p.division
           from civil_affairs.marriage m
           join civil_affairs.person p using (id_number)
           join civil_affairs.person s on s.id_number = m.spouse_id_number
          where s.division <> p.division and m.registered_on is not null limit 1`,
      );
      const query = `query($n: IdNumber!) { person(idNumber: $n) {
        idNumber marriage { registeredOn spouse { idNumber name } } } }`;
      const asking = { ...CIVIL_AFFAIRS, jurisdiction: [couple!.division] };
      const answer = await ask(asking, query, { n: couple!.idNumber });
      expect(answer.data.person).toEqual({
        idNumber: couple!.idNumber,
        marriage: { registeredOn: expect.any(String), spouse: null },
      });
      expect(errorsOf(answer)).toEqual([["person.marriage.spouse", OUTSIDE]]);
      expect(answer.text).not.toContain(couple!.spouse);
    });

    test("as one obliged to support: an error at each path; members survive", async () => {
      const [family] = await rows<{ id: string; village: string; obligors: string[] }>(
        `select h.id, h.village, array_agg(p.id_number) as obligors
           from civil_affairs.household h
           join civil_affairs.membership m on m.household_id = h.id and m.role = 'OBLIGOR'
           join civil_affairs.person p using (id_number)
          where p.division <> h.village group by h.id, h.village limit 1`,
      );
      const query = `query($id: ID!) { household(id: $id) {
        members { idNumber } obligors { idNumber name } } }`;
      const asking = { ...CIVIL_AFFAIRS, jurisdiction: [family!.village] };
      const answer = await ask(asking, query, { id: family!.id });
      const { members, obligors } = answer.data.household;
      expect(members.filter((member: unknown) => member !== null)).not.toEqual([]);
      const refused = answer.errors.filter(({ path }) => path?.[1] === "obligors");
      expect(refused).toHaveLength(family!.obligors.length);
      for (const { path, extensions } of refused) {
        expect(extensions["code"]).toBe(OUTSIDE);
        expect(obligors[Number(path?.[2])]).toBeNull();
      }
      for (const idNumber of family!.obligors) expect(answer.text).not.toContain(idNumber);
    });

    test("a city's code covers its counties wherever it is asked", async () => {
      const asking = { ...CIVIL_AFFAIRS, jurisdiction: ["330700"] };
      const query = `query($id: ID!, $n: IdNumber!) { household(id: $id) { id }
        person(idNumber: $n) { idNumber } searchHouseholds(first: 1) { totalCount } }`;
      const { id, idNumber } = inside;
      const { data, errors } = await ask(asking, query, { id, n: idNumber });
      const [all] = await rows<{ count: number }>(
        "select count(*)::int as count from civil_affairs.household",
      );
      expect(errors).toEqual([]);
      expect(data).toEqual({
        household: { id },
        person: { idNumber },
        searchHouseholds: { totalCount: all!.count },
      });
    });
  });

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
      changeConsents(database(), idNumber, to);
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
      const [person] = await rows<{ idNumber: string }>(
        `select id_number as "idNumber" from disabled_federation.disability
          where living_subsidy is not null and id_number not in (
            select id_number from consent.consent where state = 'GIVEN') limit 1`,
      );
      const { idNumber } = person ?? { idNumber: family().members[0]! };
      if (!person) await change(idNumber, { state: "REVOKED" });
      const query = `query($n: IdNumber!) { person(idNumber: $n) {
        disability { livingSubsidy } medicalInsurance { status } } }`;
      const asking = { department: "县财政局", duty: "3.2" };
      const { status, errors } = await ask(asking, query, { n: idNumber });
      expect([status, errors]).toEqual([200, []]);
    });

    test("filtering by it finds and counts nobody whose consent is missing", async () => {
      const { id, members } = family();
      await change(members[0]!, { state: "REVOKED" });
      const edges = "edges { node { id incomeBand } }";
      const owner = await ask(
        CIVIL_AFFAIRS,
        `query($id: ID!) { household(id: $id) { incomeBand } }`,
        {
          id,
        },
      );
      const band = owner.data.household.incomeBand;
      const { data, errors, text } = await ask(
        FINANCE,
        `{ searchHouseholds(first: 500, filter: { incomeBand: ${band} }) { totalCount ${edges} } }`,
      );
      expect(text).not.toContain(id);
      expect(errors).toEqual([]);
      expect(data.searchHouseholds.totalCount).toBe(data.searchHouseholds.edges.length);
    });
  });

  describe("a field that is not shared", () => {
    const DIAGNOSES = "medicalInsurance { diagnoses { code name diagnosedOn } }";
    const ACCOUNT = "disability { bankAccount }";
    test.each([
      ["diagnoses", "县医保局", DIAGNOSES, "medical_insurance.diagnosis"],
      ["a bank account", "县残联", ACCOUNT, "disabled_federation.disability"],
    ])(
      "%s answers to its owner alone, under whatever duty",
      async (_name, owner, fields, table) => {
        const [{ idNumber } = { idNumber: "" }] = await rows<{ idNumber: string }>(
          `select id_number as "idNumber" from ${table} order by 1 limit 1`,
        );
        const query = `query($n: IdNumber!) { person(idNumber: $n) { ${fields} } }`;
        const { register } = hub().plan.policy;
        const answers = new Map<string, Set<number>>();
        for (const { id: duty, departments } of register.duties) {
          for (const department of departments) {
            const answer = await ask({ department, duty }, query, { n: idNumber });
            if (answer.errors.some(({ extensions }) => extensions["code"] === "DUTY_NOT_ASSIGNED"))
              continue;
            if (department !== owner) expect(answer.data).toBeUndefined();
            else expect(JSON.stringify(answer.data)).toMatch(/"(code|bankAccount)":"/);
            answers.set(department, (answers.get(department) ?? new Set()).add(answer.status));
          }
        }
        expect(answers.get(owner)).toEqual(new Set([200]));
        answers.delete(owner);
        expect(new Set([...answers.values()].flatMap((statuses) => [...statuses]))).toEqual(
          new Set([403]),
        );
      },
    );
  });
});
