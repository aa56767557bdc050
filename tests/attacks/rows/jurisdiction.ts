import type { Asking, TestHub } from "../../support/hubs.js";
import { CIVIL_AFFAIRS, errorsOf, means } from "./asking.js";

/** What lies outside the divisions of a token. */
export function describeJurisdiction(hub: () => TestHub): void {
  const { ask, idNumberOf, rows } = means(hub);

  describe("a person or household outside the caller's divisions", () => {
    const OUTSIDE = "OUT_OF_JURISDICTION";
    let inside: { id: string; village: string; idNumber: string };
    let outside: { id: string; village: string; idNumber: string };
    let here: Asking;

    beforeAll(async () => {
      const found = await rows<typeof inside & { person: string }>(
        `select distinct on (h.village) h.id, h.village, p.person
           from civil_affairs.household h
           join civil_affairs.membership m on m.household_id = h.id and m.role = 'MEMBER'
           join civil_affairs.person p on p.person = m.person and p.division = h.village
          order by h.village, h.id limit 2`,
      );
      const [first, second] = await Promise.all(
        found.map(async (row) => ({ ...row, idNumber: await idNumberOf(row.person) })),
      );
      [inside, outside] = [first!, second!];
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
      const [couple] = await rows<{ person: string; spouse: string; division: string }>(
        `select m.person, m.spouse, p.division
           from civil_affairs.marriage m
           join civil_affairs.person p using (person)
           join civil_affairs.person s on s.person = m.spouse
          where m.registered_on is not null limit 1`,
      );
      await rows(
        "update civil_affairs.person set division = '330727001001' where person = $1",
        couple!.spouse,
      );
      const query = `query($n: IdNumber!) { person(idNumber: $n) {
        idNumber marriage { registeredOn spouse { idNumber name } } } }`;
      const asking = { ...CIVIL_AFFAIRS, jurisdiction: [couple!.division] };
      const idNumber = await idNumberOf(couple!.person);
      const answer = await ask(asking, query, { n: idNumber });
      expect(answer.data.person).toEqual({
        idNumber,
        marriage: { registeredOn: expect.any(String), spouse: null },
      });
      expect(errorsOf(answer)).toEqual([["person.marriage.spouse", OUTSIDE]]);
      expect(answer.text).not.toContain(await idNumberOf(couple!.spouse));
    });

    test("as one obliged to support: an error at each path; members survive", async () => {
      const [family] = await rows<{ id: string; village: string; obligors: string[] }>(
        `select h.id, h.village, array_agg(p.person::text) as obligors
           from civil_affairs.household h
           join civil_affairs.membership m on m.household_id = h.id and m.role = 'OBLIGOR'
           join civil_affairs.person p using (person)
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
      for (const person of family!.obligors) {
        expect(answer.text).not.toContain(await idNumberOf(person));
      }
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
}
