import type { TestHub } from "../support/hubs.js";
import { SPOKEN_OF } from "./careless-department.js";

/** Whose data is planted. */
export interface Planted {
  /** Household id. */
  readonly household: string;
  /** A member of it. */
  readonly head: { readonly name: string; readonly idNumber: string };
}

const OPERATOR = "operator-330726197001010011";

/** Stands in the text of an error that PostgreSQL makes. */
const IN_DATABASE_ERROR = "330726196501010022";

/** Values that must turn up nowhere. */
export function plantedValues({ household, head }: Planted): string[] {
  const { name, idNumber } = SPOKEN_OF;
  return [
    household,
    head.name,
    head.idNumber,
    name,
    idNumber,
    OPERATOR,
    IN_DATABASE_ERROR,
    "CASE-",
  ];
}

/** Sends personal data in every part of a request and makes a resolver and the database fail with some; answers what was answered. */
export async function sendPlanted(hub: TestHub, planted: Planted): Promise<string[]> {
  const mend = await breakAddresses(hub);
  const responses: Response[] = [];
  for (const send of await requests(hub, planted)) responses.push(await send());
  await mend();
  return Promise.all(responses.map((response) => response.text()));
}

/** Makes every look-up of an address fail with the address in PostgreSQL's message. */
async function breakAddresses(hub: TestHub): Promise<() => Promise<void>> {
  const { main } = hub.running.databases;
  const table = "big_data.household_registration";
  await main.query(`alter table ${table} rename to hidden`);
  const columns = await main.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'big_data' and table_name = 'hidden'`,
  );
  const shown = columns.map(({ name }) =>
    name === "address" ? `(address || ' ${IN_DATABASE_ERROR}')::int::text as address` : `"${name}"`,
  );
  await main.query(`create view ${table} as select ${shown.join()} from big_data.hidden`);
  const roles = await main.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname like 'hub_duty_%'",
  );
  for (const { name } of roles) await main.query(`grant select on ${table} to ${name}`);
  return async () => {
    await main.query(`drop view ${table}`);
    await main.query(`alter table big_data.hidden rename to household_registration`);
  };
}

type Send = () => Promise<Response>;

async function requests(hub: TestHub, { household, head }: Planted): Promise<Send[]> {
  const { name, idNumber } = head;
  const hex = idNumber.toLowerCase().replace("x", "a");
  const headers = {
    authorization: `Bearer ${await hub.token({ operator: OPERATOR })}`,
    "content-type": "application/json",
    "hub-duty": "1.2",
    "hub-case": `CASE-${idNumber}`,
    "user-agent": idNumber,
    "idempotency-key": idNumber,
    "x-request-id": idNumber,
    traceparent: `00-${hex}00000000000001-${hex.slice(0, 16)}-01`,
    tracestate: `person=${idNumber}`,
    baggage: `person=${idNumber}`,
  };
  const post =
    (body: unknown, more: Record<string, string> = {}): Send =>
    () =>
      fetch(`${hub.url}/graphql`, {
        method: "POST",
        headers: { ...headers, ...more },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
  const get =
    (path: string): Send =>
    () =>
      fetch(`${hub.url}${path}`, { headers });
  const person = "query ($n: IdNumber!) { person(idNumber: $n) { name } }";
  const members = (fields: string) => ({
    query: `{ household(id: "${household}") { members { ${fields} } } }`,
  });
  const viewer = { query: "{ viewer { client } }" };
  return [
    post({ query: `{ person(idNumber: "${idNumber}") { name } }` }),
    post({ query: person, variables: { n: idNumber } }),
    post({ query: person, variables: { n: name, other: idNumber } }),
    post({ query: `query P${idNumber} { P${idNumber}: viewer { client } }` }),
    post(members("name agriculture { contractedArea }")),
    post(members("carelessRecord")),
    post(members("householdRegistration { address }")),
    post({ extensions: { persistedQuery: { version: 1, sha256Hash: idNumber } } }),
    post(`${name} ${idNumber}`),
    post(viewer, { "hub-duty": idNumber }),
    post(viewer, { authorization: `Bearer ${idNumber}` }),
    get(`/graphql?query={person(idNumber:"${idNumber}"){name}}`),
    get(`/reports/${idNumber}`),
    get(`/reports/${idNumber}.pdf`),
    get(`/reports/check?number=${idNumber}&code=${idNumber}`),
    get(`/persons/${idNumber}?name=${name}`),
    () =>
      fetch(`${hub.url}/oauth/token`, {
        method: "POST",
        body: new URLSearchParams({
          grant_type: "client_credentials",
          client_id: idNumber,
          operator: name,
          client_assertion: idNumber,
        }),
      }),
  ];
}
