import { randomUUID } from "node:crypto";
import { idNumberCheckDigit } from "../../src/codes/id-number.js";
import { consentInput } from "../support/consents.js";
import type { Ask } from "./client.js";

/** The case of everything that is asked under load. */
export const LOAD_CASE = "LOAD-1";

/** Makes a token for a department and a duty. */
export type TokenFor = (department: string, duty: string) => Promise<string>;

/** One kind of request, and how often it comes. */
export interface Workload {
  readonly name: string;
  /** Of all requests, in hundredths. */
  readonly share: number;
  /** The request about a household, by its place in the list; the same place, the same answer. */
  readonly ask: (place: number) => Ask;
  /** What differs from answer to answer is left out, so that answers can be compared. */
  readonly changes?: RegExp;
}

const HOUSEHOLD = `query ($id: ID!) { household(id: $id) { id township incomeBand
  members { name age medicalInsurance { status } disability { category grade }
    agriculture { contractedArea } vehicles { kind status } realEstate { usage } } } }`;
const DISABLED = `query ($id: ID!) { household(id: $id) { id members { name disability { category grade } } } }`;
const SEARCH = `query ($first: Int!) { searchHouseholds(first: $first) { totalCount edges { node { id members { name } } } } }`;
const CONSENT = `mutation ($input: ConsentInput!) { recordConsent(input: $input) { id } }`;

/** Persons whose consents are recorded, one after the other. */
const PERSONS = 10_000;

/** The ID number of somebody who is in no county, born in the forties. */
function nobody(n: number): string {
  const born = 1940 + Math.floor((n % PERSONS) / 1000);
  const first17 = `110105${born}1231${String(n % 1000).padStart(3, "0")}`;
  return first17 + idNumberCheckDigit(first17);
}

/** Duties mixed: allowed, refused, invalid, searches and changes. */
export async function makeWorkloads(
  ids: readonly string[],
  tokenFor: TokenFor,
): Promise<readonly Workload[]> {
  const headersOf = async (department: string, duty: string) => ({
    "content-type": "application/json",
    authorization: `Bearer ${await tokenFor(department, duty)}`,
    "hub-duty": duty,
    "hub-case": LOAD_CASE,
  });
  const civil = await headersOf("县民政局", "1.2");
  const disabled = await headersOf("县残联", "2.3");
  const asking =
    (headers: Readonly<Record<string, string>>, query: string) =>
    (place: number): Ask => ({
      headers,
      body: JSON.stringify({ query, variables: { id: ids[place % ids.length] } }),
    });
  let recorded = 0;
  return [
    { name: "household, 1.2", share: 50, ask: asking(civil, HOUSEHOLD) },
    { name: "household, 2.3", share: 15, ask: asking(disabled, DISABLED) },
    { name: "refused, 2.3", share: 15, ask: asking(disabled, HOUSEHOLD) },
    { name: "invalid", share: 5, ask: asking(civil, "{ household(id: 1) { nothing } }") },
    {
      name: "search",
      share: 10,
      ask: (place) => ({
        headers: civil,
        body: JSON.stringify({ query: SEARCH, variables: { first: 1 + (place % 20) } }),
      }),
    },
    {
      name: "consent recorded",
      share: 5,
      changes: /C-[0-9a-f-]+/g,
      ask: () => ({
        headers: { ...civil, "idempotency-key": randomUUID() },
        body: JSON.stringify({
          query: CONSENT,
          variables: { input: consentInput(nobody(recorded++)) },
        }),
      }),
    },
  ];
}
