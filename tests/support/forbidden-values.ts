import { getTableColumns, getTableName, type InferSelectModel } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { buildSchema, getNamedType, isObjectType } from "graphql";
import { isWithin } from "../../src/codes/division-code.js";
import { consent } from "../../src/identity/consent/tables.js";
import { decideField, type Standing } from "../../src/policy/decide.js";
import type { GovernedField } from "../../src/policy/field-policy.js";
import type { Policy } from "../../src/policy/policy.js";
import { consentRequired, isSameBody } from "../../src/policy/register/register.js";
import {
  openCell,
  protectedColumns,
  type ProtectedColumns,
} from "../../src/sealing/sealed-rows.js";
import type { Sealing } from "../../src/sealing/sealing.js";
import type { TestHub } from "./hubs.js";

type Row = Readonly<Record<string, unknown>>;

/** Who may see what, for a search: with `rows` also by division and consent. */
export interface Viewer extends Standing {
  readonly jurisdiction: readonly string[];
  readonly rows: boolean;
}

/** One distinctive value of a record: what would give a leak away. */
interface Sighting {
  readonly value: string;
  readonly coordinate: string;
  /** Whose record it is: the persons who would have to consent, the division it lies in. */
  readonly subject: Subject;
}

interface Subject {
  readonly divisions: readonly (string | undefined)[];
  readonly persons: readonly string[];
}

/** Types of records whose table is not called as they are. */
const TYPES: Readonly<Record<string, string>> = { spending: "MedicalSpending" };

/** Columns that hold another field's value, or that nobody may read at all. */
const COLUMNS: Readonly<Record<string, string>> = {
  "Membership.kinship": "Person.kinship",
};

/** Columns of every record's provenance, which says nothing of a person. */
const PROVENANCE = new Set(["originalSource", "asOf", "fetchedAt", "inDispute"]);

/**
 * Everything that stands in the departments' tables, read behind the hub's back, to tell for any
 * caller which values must not turn up in an answer. It knows the rules on its own account: nothing
 * here is what the hub decides by, but the decision on a single coordinate.
 */
export class KnownValues {
  private constructor(
    private readonly policy: Policy,
    private readonly sightings: readonly Sighting[],
    private readonly entries: ReadonlyMap<string, readonly string[]>,
    private readonly consents: readonly InferSelectModel<typeof consent>[],
  ) {}

  /** Coordinates that columns stand for; some are no field of the schema, and so nobody's to read. */
  get coordinates(): ReadonlySet<string> {
    return new Set(this.sightings.map(({ coordinate }) => coordinate));
  }

  static async of(hub: TestHub): Promise<KnownValues> {
    const { policy, composition, subgraphs } = hub.plan;
    const tables = await Promise.all(
      subgraphs.flatMap(({ identity, definition }) =>
        definition.tables.map(async (table) => ({
          table,
          rows: await read(hub, identity.slug, table),
        })),
      ),
    );
    const consents = (await read(hub, "consent", consent)) as never[];
    const named = (name: string) =>
      tables.find(({ table }) => getTableName(table) === name)?.rows ?? [];
    const subjectOf = subjects(named("person"), named("household"), named("membership"));
    const sightings = tables.flatMap(({ table, rows }) =>
      rows.flatMap((row) => sightingsIn(table, row, subjectOf)),
    );
    return new KnownValues(policy, sightings, entriesOf(composition.apiSdl), consents);
  }

  /** What must not be found in an answer to this caller. */
  forbiddenTo(viewer: Viewer): ForbiddenValues {
    const consenting = this.consenting(viewer);
    const readable = new Map<string, boolean>();
    const mayRead = (coordinate: string): boolean => {
      const known = readable.get(coordinate);
      if (known !== undefined) return known;
      const { allowed } = decideField(this.policy, viewer, coordinate);
      readable.set(coordinate, allowed);
      return allowed;
    };
    const maySee = (coordinate: string, subject: Subject) =>
      mayRead(coordinate) &&
      (!viewer.rows || this.consented(viewer, coordinate, subject, consenting));
    const allowed = new Set<string>();
    const all = new Map<string, string>();
    for (const { value, coordinate, subject } of this.sightings) {
      all.set(value, coordinate);
      if (viewer.rows && !subject.divisions.every((division) => within(division, viewer))) continue;
      const type = coordinate.slice(0, coordinate.indexOf("."));
      const entries = this.entries.get(type) ?? [];
      const enters = entries.length === 0 || entries.some((entry) => maySee(entry, subject));
      if (enters && maySee(coordinate, subject)) allowed.add(value);
    }
    for (const value of allowed) all.delete(value);
    return new ForbiddenValues(all);
  }

  private consented(
    viewer: Viewer,
    coordinate: string,
    { persons }: Subject,
    consenting: ReadonlySet<string>,
  ): boolean {
    const field = this.policy.fields.get(coordinate) as GovernedField | undefined;
    const sensitive = field?.sensitivity === "FINANCIAL" || field?.sensitivity === "HEALTH";
    if (!field || !sensitive || !consentRequired(this.policy.register, viewer.duty)) return true;
    if (isSameBody(this.policy.register, field.owner, viewer.department)) return true;
    return persons.length > 0 && persons.every((person) => consenting.has(person));
  }

  /** Persons with a consent whose latest version is given, covers the duty, and is valid on the day. */
  private consenting({ duty, date }: Viewer): ReadonlySet<string> {
    const latest = new Map<string, (typeof this.consents)[number]>();
    for (const version of this.consents) {
      if ((latest.get(version.id)?.version ?? 0) < version.version) latest.set(version.id, version);
    }
    return new Set(
      [...latest.values()]
        .filter(
          ({ state, duties, validFrom, validTo }) =>
            state === "GIVEN" &&
            duties.includes(duty) &&
            validFrom <= date &&
            (validTo === null || date <= validTo),
        )
        .map(({ person }) => person),
    );
  }
}

/** Values to be looked for in the text of an answer. */
export class ForbiddenValues {
  private readonly byBeginning = new Map<string, string[]>();

  constructor(private readonly values: ReadonlyMap<string, string>) {
    for (const value of values.keys()) {
      const beginning = value.slice(0, LENGTH);
      const same = this.byBeginning.get(beginning);
      if (same) same.push(value);
      else this.byBeginning.set(beginning, [value]);
    }
  }

  get size(): number {
    return this.values.size;
  }

  /** The coordinates and values that stand in the text by themselves, except where the request said them. */
  in(text: string, request = ""): string[] {
    const found = new Set<string>();
    for (let place = 0; place + LENGTH <= text.length; place++) {
      for (const value of this.byBeginning.get(text.slice(place, place + LENGTH)) ?? []) {
        if (text.startsWith(value, place) && stands(text, place, value)) found.add(value);
      }
    }
    return [...found]
      .filter((value) => !request.includes(value))
      .map((value) => `${this.values.get(value)}: ${value}`)
      .sort();
  }
}

/** The shortest text that is taken to give a record away. */
const LENGTH = 6;

/** Whether a value is no part of a longer word or number, masked ones included. */
function stands(text: string, place: number, value: string): boolean {
  const word = /[\p{L}\p{N}_*]/u;
  const [before, after] = [text[place - 1] ?? "", text[place + value.length] ?? ""];
  return (
    !(word.test(before) && word.test(value[0] ?? "")) &&
    !(word.test(after) && word.test(value.at(-1) ?? ""))
  );
}

const within = (division: string | undefined, { jurisdiction }: Viewer) =>
  division !== undefined && isWithin(division, jurisdiction);

async function read(hub: TestHub, name: string, table: PgTable): Promise<Row[]> {
  const { schema, name: tableName } = getTableConfig(table);
  const columns = Object.entries(getTableColumns(table)).map(
    ([property, { name: column }]) => `"${column}" as "${property}"`,
  );
  const database = hub.running.databases.byName.get(name) ?? hub.running.databases.main;
  const rows = await database.query(`select ${columns.join(", ")} from "${schema}"."${tableName}"`);
  const { sealed } = protectedColumns(table);
  return rows.map((row) => ({ ...row, ...opened(hub.sealing, row, sealed) }));
}

/** What the sealed columns of a row say. */
function opened(sealing: Sealing, row: Row, sealed: ProtectedColumns["sealed"]): Row {
  return Object.fromEntries(
    sealed.map(([property, column]) => {
      const text = row[property] as string | null;
      return [property, openCell(sealing, column, text, String(row["person"]))];
    }),
  );
}

/** Whose a row is: a person's by key, a household's by its id; a shared row is both's. */
function subjects(
  persons: readonly Row[],
  households: readonly Row[],
  memberships: readonly Row[],
) {
  const divisionOf = new Map(persons.map((row) => [row["person"], String(row["division"])]));
  const villageOf = new Map(households.map((row) => [row["id"], String(row["village"])]));
  const members = new Map<unknown, string[]>();
  for (const { householdId, person, role } of memberships) {
    if (role === "MEMBER") {
      members.set(householdId, [...(members.get(householdId) ?? []), String(person)]);
    }
  }
  return (row: Row): Subject => {
    const { person, householdId = row["id"] } = row;
    return typeof person === "string"
      ? { divisions: [divisionOf.get(person)], persons: [person] }
      : { divisions: [villageOf.get(householdId)], persons: members.get(householdId) ?? [] };
  };
}

function sightingsIn(table: PgTable, row: Row, subjectOf: (row: Row) => Subject): Sighting[] {
  const name = getTableName(table);
  const type = TYPES[name] ?? pascal(name);
  const keys = new Set(protectedColumns(table).persons.map(([property]) => property));
  return Object.entries(row).flatMap(([property, value]) => {
    if (PROVENANCE.has(property)) return [];
    const own = `${type}.${property}`;
    if (keys.has(property)) return personKeys(value, subjectOf(row));
    const key = { householdId: "Household.id" }[property];
    const coordinate = COLUMNS[own] ?? (type === "Person" ? own : (key ?? own));
    const subject = subjectOf(row);
    const values = Array.isArray(value) ? value : [value];
    return values
      .flatMap(distinctive)
      .map((distinct) => ({ value: distinct, coordinate, subject }));
  });
}

/** The keys of persons, which no field gives out. */
function personKeys(value: unknown, subject: Subject): Sighting[] {
  const keys = (Array.isArray(value) ? value : [value]).filter((key) => typeof key === "string");
  return keys.map((key: string) => ({ value: key, coordinate: "a person's key", subject }));
}

/** A value as it would stand in an answer, where it is one that says something by itself. */
function distinctive(value: unknown): string[] {
  if (typeof value !== "string" || value.length < LENGTH) return [];
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return [];
  if (!/^-?\d+\.\d+$/.test(value)) return [value];
  const digits = value.replace(/\D|^[0.]+/g, "").replace(/0+$/, "");
  const shortened = value.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  return digits.length < 5 ? [] : [value, shortened].filter(({ length }) => length >= LENGTH);
}

const pascal = (name: string) =>
  name.replace(/(^|_)(\w)/g, (_match, _bar, letter: string) => letter.toUpperCase());

/** The fields that lead to records of a type; a type that a root field leads to has none to pass. */
function entriesOf(apiSdl: string): Map<string, string[]> {
  const schema = buildSchema(apiSdl);
  const entries = new Map<string, string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const leadsTo = getNamedType(field.type).name;
      entries.set(leadsTo, [...(entries.get(leadsTo) ?? []), `${type.name}.${field.name}`]);
    }
  }
  return entries;
}
