import type { Ask, Expected } from "./driver.js";
import type { County } from "./county.js";
import {
  HOUSEHOLD_QUERY,
  HOUSEHOLDS_QUERY,
  NO_NUMBERS_QUERY,
  NUMBERS_QUERY,
  PERSON_QUERY,
} from "./queries.js";
import type { Bearer, Issuer } from "./tokens.js";

/** How a subject is asked: by GraphQL, or at a fixed endpoint that takes the variables alone. */
export type Language = "graphql" | "rest";

/** A kind of request that every subject is put under. */
export interface Workload {
  readonly name: string;
  readonly title: string;
  readonly connections: number;
  readonly expected: Expected;
  /**
   * Of one that a subject which decides by the policy refuses: the name of the workload that asks the
   * same and is allowed it, which is measured beside. Null where all answer.
   */
  readonly allowed: string | null;
  /** The n-th request in a subject's language. */
  asks(language: Language): (n: number) => Ask;
}

const CIVIL_AFFAIRS: Bearer = { department: "县民政局", duty: "1.2" };
const DISABLED_FEDERATION: Bearer = { department: "县残联", duty: "2.3" };

/** Distinct tokens; asked in turn, so that no cache of a smaller size ever holds the next one. */
const TOKENS = 20_000;

const ANSWERED: Expected = { status: 200, errors: false };

/** The workloads, on the households and persons of a county. */
export async function makeWorkloads(county: County, issuer: Issuer): Promise<Workload[]> {
  const one = county.households.map((id) => ({ id }));
  const hundred = county.hundreds.map((ids) => ({ ids }));
  const persons = county.persons.map((idNumber) => ({ idNumber }));
  const headers = await headersFor(issuer, CIVIL_AFFAIRS);
  const household = { path: "/household", query: HOUSEHOLD_QUERY, variables: one };
  const refusal = { ...household, headers: await headersFor(issuer, DISABLED_FEDERATION) };
  return [
    {
      name: "household",
      title: "one household, five sources, about forty leaves",
      connections: 32,
      ...answered({ ...household, headers: () => headers }),
    },
    {
      name: "household-alone",
      title: "the same, on one connection",
      connections: 1,
      ...answered({ ...household, headers: () => headers }),
    },
    {
      name: "households-100",
      title: "100 households",
      connections: 8,
      ...answered({
        path: "/households",
        query: HOUSEHOLDS_QUERY,
        variables: hundred,
        headers: () => headers,
      }),
    },
    {
      name: "person-field",
      title: "one field of one person",
      connections: 32,
      ...answered({
        path: "/person",
        query: PERSON_QUERY,
        variables: persons,
        headers: () => headers,
      }),
    },
    {
      name: "denied",
      title: "the household query, refused",
      connections: 32,
      allowed: "household",
      expected: { status: 403, errors: true },
      asks: asksOf({ ...refusal, headers: () => refusal.headers }),
    },
    {
      name: "fresh-token",
      title: "one household, a different token and case for each request",
      connections: 32,
      ...answered({ ...household, headers: await freshHeaders(issuer) }),
    },
  ];
}

/** The household query with ID numbers, masked and whole, and without them: what sealing costs a request. */
export async function numberWorkloads(county: County, issuer: Issuer): Promise<Workload[]> {
  const variables = county.households.map((id) => ({ id }));
  const headers = await headersFor(issuer, CIVIL_AFFAIRS);
  const asking = (name: string, query: string) => ({
    name,
    title: name,
    connections: 32,
    ...answered({ path: "/household", query, variables, headers: () => headers }),
  });
  return [asking("with-numbers", NUMBERS_QUERY), asking("without-numbers", NO_NUMBERS_QUERY)];
}

interface Requests {
  readonly path: string;
  readonly query: string;
  readonly variables: readonly object[];
  readonly headers: (n: number) => Readonly<Record<string, string>>;
}

function answered(requests: Requests) {
  return { allowed: null, expected: ANSWERED, asks: asksOf(requests) };
}

function asksOf({ path, query, variables, headers }: Requests): Workload["asks"] {
  return (language) => {
    const bodies = variables.map((given) =>
      JSON.stringify(language === "rest" ? given : { query, variables: given }),
    );
    const endpoint = language === "rest" ? path : "/graphql";
    return (n) => ({ path: endpoint, headers: headers(n), body: bodies[n % bodies.length] ?? "" });
  };
}

async function headersFor(issuer: Issuer, bearer: Bearer): Promise<Record<string, string>> {
  return headersWith(await issuer.token(bearer), bearer.duty, "BENCH-1");
}

async function freshHeaders(issuer: Issuer): Promise<(n: number) => Record<string, string>> {
  const tokens: string[] = [];
  for (let place = 0; place < TOKENS; place += 1) {
    tokens.push(await issuer.token({ ...CIVIL_AFFAIRS, operator: `operator ${place}` }));
  }
  return (n) => headersWith(tokens[n % TOKENS] ?? "", CIVIL_AFFAIRS.duty, `BENCH-${n}`);
}

function headersWith(token: string, duty: string, reference: string): Record<string, string> {
  return {
    "content-type": "application/json",
    accept: "application/json",
    authorization: `Bearer ${token}`,
    "hub-duty": duty,
    "hub-case": reference,
  };
}
