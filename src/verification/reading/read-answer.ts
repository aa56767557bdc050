import { ErrorTree, type AnswerError } from "./error-tree.js";
import type {
  Found,
  FoundHousehold,
  FoundMember,
  FoundPerson,
  MemberAnswers,
  PersonPlace,
  SourceAnswer,
  Withheld,
} from "./found.js";
import type { CountedInRecord, IdentityRecord, Origin } from "./records.js";
import { outcomeOfError } from "./source-outcome.js";
import { MEMBER_SOURCES } from "./sources.js";

/** The answer to the household operation, as it came. */
export interface HouseholdsAnswer {
  readonly data?: { readonly households?: readonly unknown[] | null } | null | undefined;
  readonly errors?: readonly AnswerError[] | undefined;
}

type Node = Readonly<Record<string, unknown>>;

/** Fields of a household that are answers of their own, and so are not parts of its record. */
const ANSWERS_OF_THEIR_OWN = new Set(["assistance", "declaration", "members", "obligors"]);

/**
 * What the departments said of every household asked for, in the order asked. "Found", "no record",
 * "not authorised" and "did not answer" stay apart for every person and source (CONTRACT, "Who may
 * read what", 6): a null means "no record" only where no error at its path says otherwise.
 */
export function readAnswer(ids: readonly string[], answer: HouseholdsAnswer): readonly Found[] {
  const errors = ErrorTree.of(answer.errors ?? []);
  const households = answer.data?.households;
  return ids.map((id, place): Found => {
    const at = errors.at("households").at(place);
    const node = households?.[place] as Node | null | undefined;
    if (node) return { id, outcome: "FOUND", household: readHousehold(id, node, at) };
    const reason = at.code ?? (households ? null : (errors.code ?? "INTERNAL"));
    return { id, outcome: reason === null ? "NO_RECORD" : outcomeOfError(reason), reason };
  });
}

function readHousehold(id: string, node: Node, errors: ErrorTree): FoundHousehold {
  return {
    id,
    township: node["township"] as string | null,
    village: node["village"] as string | null,
    provenance: node["provenance"] as Origin | null,
    withheld: withheldOf(node, errors),
    assistance: readSource(node["assistance"], errors.at("assistance")),
    declaration: readSource(node["declaration"], errors.at("declaration")),
    members: listOf(node["members"]).map((member, index) =>
      readMember({ role: "MEMBER", place: index + 1 }, member, errors.at("members").at(index)),
    ),
    obligors: listOf(node["obligors"]).map((obligor, index) =>
      readObligor({ role: "OBLIGOR", place: index + 1 }, obligor, errors.at("obligors").at(index)),
    ),
  };
}

/** Errors at the household's own fields, and at its lists of persons where a list as a whole did not come. */
function withheldOf(node: Node, errors: ErrorTree): Withheld[] {
  const own = [...errors.beneath()].filter(
    ({ path }) => !ANSWERS_OF_THEIR_OWN.has(path.split(".")[0] ?? ""),
  );
  const lists = ["members", "obligors"].flatMap((path) => {
    const { code } = errors.at(path);
    return node[path] === null && code !== null ? [{ path, code }] : [];
  });
  return [...own, ...lists].map(withheld);
}

function readMember(where: PersonPlace, node: Node | null, errors: ErrorTree): FoundMember {
  const answers = Object.fromEntries(
    MEMBER_SOURCES.map((source) => [
      source,
      node ? readSource(node[source], errors.at(source)) : notAsked(errors),
    ]),
  ) as unknown as MemberAnswers;
  const asked = node?.["countedIn"] !== undefined;
  return {
    ...where,
    identity: readIdentity(node, errors),
    answers,
    countedIn: asked
      ? readSource<CountedInRecord>(node["countedIn"], errors.at("countedIn"))
      : null,
  };
}

function readObligor(where: PersonPlace, node: Node | null, errors: ErrorTree): FoundPerson {
  return {
    ...where,
    identity: readIdentity(node, errors),
    answers: {
      householdRegistration: node
        ? readSource(node["householdRegistration"], errors.at("householdRegistration"))
        : notAsked(errors),
    },
  };
}

/** The person's own record; errors of the other sources are theirs. */
function readIdentity(node: Node | null, errors: ErrorTree): SourceAnswer<IdentityRecord> {
  if (!node) return readSource(node, errors);
  const sources = new Set<string>([...MEMBER_SOURCES, "countedIn"]);
  const own = [...errors.beneath()].filter(({ path }) => !sources.has(path.split(".")[0] ?? ""));
  return {
    outcome: "FOUND",
    reason: null,
    records: [node as unknown as SourceAnswer<IdentityRecord>["records"][number]],
    withheld: own.map(withheld),
  };
}

/** Nobody could be asked about a person whom the register did not give out. */
function notAsked(errors: ErrorTree): SourceAnswer<never> {
  const reason = errors.code ?? "PERSON_NOT_REGISTERED";
  return { outcome: outcomeOfError(reason), reason, records: [], withheld: [] };
}

/** One source's answer: a record, a list of records, or nothing and why. */
function readSource<Item>(value: unknown, errors: ErrorTree): SourceAnswer<Item> {
  const items = listOf(value ?? []);
  if (items.length === 0 || items.every((item) => item === null)) {
    const reason = errors.code;
    const outcome = reason === null ? "NO_RECORD" : outcomeOfError(reason);
    return { outcome, reason, records: [], withheld: [] };
  }
  const records = items.filter((item) => item !== null) as unknown as readonly never[];
  return {
    outcome: "FOUND",
    reason: null,
    records,
    withheld: [...errors.beneath()].map(withheld),
  };
}

function withheld({ path, code }: { readonly path: string; readonly code: string }): Withheld {
  return { field: path, outcome: outcomeOfError(code), reason: code };
}

function listOf(value: unknown): readonly (Node | null)[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? (value as (Node | null)[]) : [value as Node];
}
