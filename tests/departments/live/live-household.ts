import { idNumberForms } from "../../../src/codes/id-number-forms.js";
import type { TestHub } from "../../support/hubs.js";

/** Who has records with live sources, and who else is asked about. */
export interface LiveHousehold {
  /** Ids of 100 households; that of the head is the first. */
  readonly ids: readonly string[];
  /** ID numbers of everybody in them. */
  readonly everybody: ReadonlySet<string>;
  /** Alone has records; consented to duty 1.2 and does not live alone. */
  readonly head: { readonly name: string; readonly idNumber: string };
}

/** Before anything is prepared. */
export const NOBODY: LiveHousehold = {
  ids: [],
  everybody: new Set(),
  head: { name: "", idNumber: "" },
};

/** Finds a head of household with consents, and writes records into the systems of the elderly care centre. */
export async function prepareLiveHousehold(hub: TestHub): Promise<LiveHousehold> {
  const { main } = hub.running.databases;
  const { data } = await hub.ask(
    { department: "县民政局", duty: "1.2" },
    "{ searchHouseholds(first: 100) { edges { node { id members { name idNumber } } } } }",
  );
  const households: { id: string; members: LiveHousehold["head"][] }[] =
    data.searchHouseholds.edges.map(({ node }: { node: unknown }) => node);
  const consenting = await main.query<{ person: string }>(
    `select person from (select distinct on (id) * from consent.consent order by id, version desc) c
      where state = 'GIVEN' and '1.2' = any(duties) and valid_from <= current_date
        and coalesce(valid_to, current_date) >= current_date`,
  );
  const consents = new Set(consenting.map(({ person }) => person));
  const first = households.findIndex(
    ({ members: [one, ...others] }) =>
      one && others.length > 0 && consents.has(hub.sealing.personKey(one.idNumber)),
  );
  households.unshift(...households.splice(first, 1));
  const head = households[0]!.members[0]!;
  await main.query(
    `insert into care_system.allowance values
       ($1, 50, '2026-03', null, '2026-11-01'), ($1, 30.5, '2025-01', '县民政局', null)`,
    [head.idNumber],
  );
  // An old system: it has the number as it was before 1999, or with a small x.
  const form = idNumberForms(head.idNumber).at(-1);
  await main.query("insert into care_system.bed values ($1, '浦阳敬老院')", [form]);
  const members = households.flatMap((household) => household.members);
  return {
    ids: households.map(({ id }) => id),
    everybody: new Set(members.map(({ idNumber }) => idNumber)),
    head,
  };
}
