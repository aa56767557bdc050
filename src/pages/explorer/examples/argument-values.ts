import {
  getNamedType,
  getNullableType,
  isListType,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLSchema,
} from "graphql";
import type { ExampleCaller, ExampleVariable } from "./example.js";

const HOUSEHOLD_IDS = "{ searchHouseholds(first: 3) { edges { node { id } } } }";
const ID_NUMBERS = "{ searchHouseholds(first: 1) { edges { node { members { idNumber } } } } }";

/** Queries that tell values of arguments, by root field and argument. */
const SOURCES: Readonly<Record<string, string>> = {
  "household.id": HOUSEHOLD_IDS,
  "households.ids": HOUSEHOLD_IDS,
  "person.idNumber": ID_NUMBERS,
  "accessRecords.idNumber": ID_NUMBERS,
  "consents.idNumber": ID_NUMBERS,
  "disabilitySubsidyAdjustments.idNumbers": ID_NUMBERS,
  "searchHouseholds.township": "{ searchHouseholds(first: 1) { edges { node { township } } } }",
  "verification.id": "{ verifications(first: 1) { edges { node { id } } } }",
  "povertyScore.indicators": "{ surveyIndicators { code } }",
  "explainAccess.coordinate": "{ fieldPolicies { coordinate } }",
};

/** Values that a caller has without asking, by root field and argument. */
const KNOWN: Readonly<Record<string, keyof ExampleCaller>> = {
  "duty.id": "duty",
  "explainAccess.duty": "duty",
  "explainAccess.department": "department",
};

/** What a reader would enter, by type: a change of prices in per cent, this month. */
const BY_TYPE: Readonly<Record<string, (caller: ExampleCaller) => string>> = {
  Decimal: () => "3.6",
  YearMonth: ({ date }) => date.slice(0, 7),
};

/** The variable that stands for an argument, with a value or a query for one where there is any for this caller. */
export function variableFor(
  schema: GraphQLSchema,
  caller: ExampleCaller,
  root: string,
  argument: Pick<GraphQLArgument, "name" | "type">,
): ExampleVariable {
  const { name, type } = argument;
  const place = `${root}.${name}`;
  const known = KNOWN[place];
  const value = known ? caller[known] : BY_TYPE[getNamedType(type).name]?.(caller);
  const source = SOURCES[place];
  return {
    name,
    isList: isListType(getNullableType(type)),
    ...(value === undefined ? {} : { value }),
    ...(source !== undefined && isAllowed(schema, source) ? { source } : {}),
  };
}

const isAllowed = (schema: GraphQLSchema, query: string) =>
  validate(schema, parse(query)).length === 0;

/** Values of a list that are taken. */
const TAKEN = 2;

/**
 * The values of an example's variables, those of the hub asked for one by one.
 * @param ask answers the data of a query; null where it was not answered
 */
export async function exampleValues(
  variables: readonly ExampleVariable[],
  ask: (query: string) => Promise<unknown>,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const { name, isList, value, source } of variables) {
    const found = source === undefined ? [value ?? ""] : valuesIn(await ask(source));
    values[name] = isList ? found.filter((each) => each !== "").slice(0, TAKEN) : (found[0] ?? "");
  }
  return values;
}

/** Every value of an answer, wherever it stands. */
function valuesIn(data: unknown): unknown[] {
  if (data === null || data === undefined) return [];
  return typeof data === "object" ? Object.values(data).flatMap(valuesIn) : [data];
}
