import { openNumber } from "./at-rest.js";
import { withClient } from "./database.js";
import { once, type Ask } from "./driver.js";
import { HOUSEHOLDS_QUERY } from "./queries.js";
import type { Issuer } from "./tokens.js";

/** The households and persons that requests ask for: all of them answered to 县民政局 without an error. */
export interface County {
  readonly households: readonly string[];
  readonly hundreds: readonly (readonly string[])[];
  readonly persons: readonly string[];
}

const WANTED = 2000;
const HUNDREDS = 50;

interface HouseholdsAnswer {
  readonly data?: { readonly households: readonly { readonly members: readonly unknown[] }[] };
  readonly errors?: readonly { readonly path?: readonly (string | number)[] }[];
}

/** Draws households, the same in every run, and keeps those with every consent in force: a hub with all walls answers them whole. */
export async function countyOf(
  databaseUrl: string,
  hubUrl: string,
  issuer: Issuer,
): Promise<County> {
  const token = await issuer.token({ department: "县民政局", duty: "1.2" });
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${token}`,
    "hub-duty": "1.2",
    "hub-case": "BENCH-0",
  };
  const drawn = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select household_id as id from civil_affairs.declaration
       order by md5(household_id) limit $1`,
      [WANTED * 2],
    );
    return rows.map(({ id }) => id);
  });
  const households: string[] = [];
  for (let start = 0; start < drawn.length && households.length < WANTED; start += 100) {
    const ids = drawn.slice(start, start + 100);
    households.push(...(await answeredWhole(hubUrl, headers, ids)));
  }
  if (households.length < 100) throw new Error("fewer than 100 households are answered whole");
  return {
    households,
    hundreds: Array.from({ length: HUNDREDS }, (_, place) => hundred(households, place)),
    persons: await membersOf(databaseUrl, households),
  };
}

async function answeredWhole(
  url: string,
  headers: Readonly<Record<string, string>>,
  ids: readonly string[],
): Promise<string[]> {
  const body = JSON.stringify({ query: HOUSEHOLDS_QUERY, variables: { ids } });
  const ask: Ask = { path: "/graphql", headers, body };
  const answer = await once(url, ask);
  const text = answer.body.toString();
  const { data, errors = [] } = JSON.parse(text) as HouseholdsAnswer;
  if (!data) throw new Error(`the hub did not answer: ${text.slice(0, 400)}`);
  const failed = new Set(errors.map(({ path }) => path?.[1]));
  return ids.filter((_, place) => !failed.has(place) && data.households[place]?.members.length);
}

function hundred(households: readonly string[], place: number): string[] {
  const step = Math.max(1, Math.floor(households.length / HUNDREDS));
  return Array.from(
    { length: 100 },
    (_, offset) => households[(place * step + offset) % households.length] ?? "",
  );
}

/** ID numbers: by them clients ask. */
async function membersOf(databaseUrl: string, households: readonly string[]): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ person: string; sealed: string }>(
      `select person, id_number as sealed
       from civil_affairs.membership join civil_affairs.person using (person)
       where household_id = any($1) and role = 'MEMBER' order by md5(person) limit $2`,
      [households, WANTED],
    );
    return rows.map(({ person, sealed }) => openNumber(sealed, person));
  });
}
