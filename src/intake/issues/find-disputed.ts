import type { Answer } from "../../casework/ask.js";
import type { RequestContext } from "../../department/context.js";
import { HubError, type HubErrorCode } from "../../errors.js";
import type { Staffed } from "../desk/desks.js";
import { partsOf, type DisputedRecord } from "./disputed-record.js";
import { mustRead } from "./must-read.js";
import { isComposite, wayTo } from "./way-to.js";

/** What a reporter says about where the wrong value stands. */
export interface Pointing {
  readonly coordinate: string;
  /** One of the two. */
  readonly idNumber: string | null;
  readonly householdId: string | null;
  readonly where: DisputedRecord["where"];
}

/** How operations enter at a person or a household. */
const ENTRIES = {
  Person: { root: "person", argument: "idNumber", scalar: "IdNumber!" },
  Household: { root: "household", argument: "id", scalar: "ID!" },
} as const;

type EntityName = keyof typeof ENTRIES;

/**
 * Finds whose record a reporter means by reading the field as the reporter itself would: whoever may
 * not read it there and then, for whatever reason, gets the error that reading it gets.
 * @throws HubError FIELD_NOT_AUTHORIZED, OUT_OF_JURISDICTION, CONSENT_REQUIRED, SOURCE_UNAVAILABLE,
 *   BAD_USER_INPUT
 */
export async function findDisputed(
  pointing: Pointing,
  ctx: RequestContext,
): Promise<{ readonly keeper: Staffed; readonly disputed: DisputedRecord }> {
  const { coordinate, idNumber, householdId, where } = pointing;
  const [type] = partsOf(coordinate);
  mustRead(coordinate, ctx);
  const keeper = keeperOf(coordinate, ctx);
  for (const { field } of where) {
    mustRead(`${type}.${field}`, ctx);
    if (!ownerOf(`${type}.${field}`, ctx)) {
      throw refused("input.record", `${field} tells no record apart`);
    }
  }
  if ((idNumber === null) === (householdId === null)) {
    throw refused("input", "say whose record it is: idNumber or householdId");
  }
  const entity: EntityName = idNumber === null ? "Household" : "Person";
  const given = (idNumber ?? householdId) as string;
  await readAsReporter(entity, given, pointing, keeper, ctx);
  const key = idNumber === null ? given : ctx.personKey(given);
  const division = await ctx.resources.divisionOf(entity, key, ctx);
  return {
    keeper,
    disputed: {
      coordinate,
      person: idNumber === null ? null : key,
      householdId,
      division: division ?? "",
      where,
    },
  };
}

/** The department that owns the field and keeps the records that have it. */
function keeperOf(coordinate: string, ctx: RequestContext): Staffed {
  const owner = ownerOf(coordinate, ctx);
  const [type] = partsOf(coordinate);
  const keeper = owner === null ? undefined : ctx.resources.desks.keeperOf(type, owner);
  if (keeper) return keeper;
  throw refused("input.coordinate", "it is no field of a department's record");
}

/** Null for a field without data of a department. */
function ownerOf(coordinate: string, { resources }: RequestContext): string | null {
  const field = resources.policy().fields.get(coordinate);
  return field?.kind === "governed" ? field.owner : null;
}

async function readAsReporter(
  entity: EntityName,
  given: string,
  { coordinate, where }: Pointing,
  { subgraph }: Staffed,
  ctx: RequestContext,
): Promise<void> {
  const { casework, desks } = ctx.resources;
  const [type, field] = partsOf(coordinate);
  const { root, argument, scalar } = ENTRIES[entity];
  const input = entity === "Person" ? "input.idNumber" : "input.householdId";
  const subgraphs = desks.all.map((staffed) => staffed.subgraph);
  const way = wayTo(subgraphs, entity, type);
  if (way === null) throw refused(input, `no ${type} is found by it`);
  const selected = [...new Set([field, ...where.map((one) => one.field)])].map((name) =>
    isComposite(subgraph.schema, type, name) ? `${name} { __typename }` : name,
  );
  const within = way.reduceRight((inner, step) => `${step} { ${inner} }`, selected.join(" "));
  const query = `query ($key: ${scalar}) { ${root}(${argument}: $key) { ${within} } }`;
  const { data, errors } = await casework.ask(ctx.caller, query, { key: given });
  if (errors?.[0]) throw passedOn(errors[0]);
  if (!data?.[root]) throw refused(input, "nobody knows it");
}

/** The error that the reading got, as the report's own. */
function passedOn({ message, extensions }: NonNullable<Answer["errors"]>[number]): HubError {
  const { code, ...fields } = extensions ?? {};
  return new HubError(code as HubErrorCode, message, fields);
}

function refused(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
