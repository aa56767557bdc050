import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
  parse,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { titleOf } from "../described.js";
import { variableFor } from "./argument-values.js";
import type { Example, ExampleCaller, ExampleGroup } from "./example.js";
import { isWholeRecord, objectFields, selectionOf } from "./selection.js";

/** Root fields that say something of the hub itself. */
const OF_THE_HUB: readonly string[] = [
  "viewer",
  "departments",
  "duties",
  "duty",
  "explainAccess",
  "fieldPolicies",
  "sources",
  "dataIssueStatistics",
];

/** Rows of a page in an example. */
const PAGE = 5;

type Root = GraphQLField<unknown, unknown>;

/**
 * Queries that this caller may run, made from its own visible schema: one for each field of the root,
 * and one for each kind of record of a family and its members.
 */
export function exampleQueries(schema: GraphQLSchema, caller: ExampleCaller): Example[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const examples = roots.flatMap((root) => {
    const type = getNamedType(root.type);
    if (!isObjectType(type)) return [];
    const rowsOfType = isWholeRecord(type) ? recordExamples(schema, caller, root, type) : [];
    const group = groupOf(root, type);
    const levels = OF_THE_HUB.includes(root.name) ? 0 : 1;
    const selection = selectionOf(type, levels) ?? "{ __typename }";
    return [make(schema, caller, root, selection, group), ...rowsOfType];
  });
  return [...examples, ...byTownship(schema, caller)].sort(byGroup);
}

const GROUPS: readonly ExampleGroup[] = ["people", "lists", "hub"];

/** Those that need no value come first in their group. */
function byGroup(one: Example, other: Example): number {
  const groups = GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group);
  return groups || Math.sign(one.variables.length) - Math.sign(other.variables.length);
}

function groupOf({ name }: Root, type: GraphQLObjectType): ExampleGroup {
  if (isWholeRecord(type) || type.name === "HouseholdConnection") return "people";
  return OF_THE_HUB.includes(name) ? "hub" : "lists";
}

/** One example for each kind of record below a family; those below its members where a family shows them. */
function recordExamples(
  schema: GraphQLSchema,
  caller: ExampleCaller,
  root: Root,
  type: GraphQLObjectType,
): Example[] {
  const isOne = root.args.some(
    (argument) => argument.name === "id" || argument.name === "idNumber",
  );
  const isReachedOtherwise = type.name === "Person" && hasMembers(schema);
  if (!isOne || isReachedOtherwise) return [];
  const makeRecord = (field: Root, selection: string) => ({
    ...make(schema, caller, root, selection, "people"),
    title: titleOf(field.description, field.name),
  });
  return objectFields(type).flatMap(({ field, type: below }) => {
    const selection = selectionOf(below, 1);
    if (field.name === "provenance" || selection === null) return [];
    if (!isWholeRecord(below)) return [makeRecord(field, `{ ${field.name} ${selection} }`)];
    const people = makeRecord(field, `{ ${field.name} ${selectionOf(below, 0)} }`);
    return field.name === "members" ? [people, ...memberRecords(below, makeRecord)] : [people];
  });
}

/** One example for each kind of record of a family's members. */
function memberRecords(
  person: GraphQLObjectType,
  makeRecord: (field: Root, selection: string) => Example,
): Example[] {
  const known = ["name", "maskedIdNumber"].filter((name) => name in person.getFields()).join(" ");
  return objectFields(person).flatMap(({ field, type }) => {
    const selection = selectionOf(type, 1);
    const isOwn = !isWholeRecord(type) && field.name !== "provenance";
    return isOwn && selection !== null
      ? [makeRecord(field, `{ members { ${known} ${field.name} ${selection} } }`)]
      : [];
  });
}

function hasMembers(schema: GraphQLSchema): boolean {
  const family = schema.getType("Household");
  const isAsked = schema.getQueryType()?.getFields()["household"] !== undefined;
  return isAsked && isObjectType(family) && "members" in family.getFields();
}

/** The families of one township, where this caller may filter by it. */
function byTownship(schema: GraphQLSchema, caller: ExampleCaller): Example[] {
  const root = schema.getQueryType()?.getFields()["searchHouseholds"];
  const filter = schema.getType("HouseholdFilter");
  const township = isInputObjectType(filter) ? filter.getFields()["township"] : undefined;
  const type = root && getNamedType(root.type);
  const selection = isObjectType(type) ? selectionOf(type, 0) : null;
  if (!township || selection === null) return [];
  const query = `query($township: ${getNamedType(township.type).name}) {
    searchHouseholds(first: ${PAGE}, filter: { township: $township }) ${selection}
  }`;
  return [
    {
      group: "people",
      title: { zh: "一个乡镇（街道）的家庭", en: "Families of one township" },
      query: print(parse(query)),
      variables: [variableFor(schema, caller, "searchHouseholds", township)],
    },
  ];
}

function make(
  schema: GraphQLSchema,
  caller: ExampleCaller,
  root: Root,
  selection: string,
  group: ExampleGroup,
): Example {
  const required = root.args.filter(isRequiredArgument);
  const given = [...required.map(({ name }) => `${name}: $${name}`), ...pageLength(root.args)];
  const declared = required.map(({ name, type }) => `$${name}: ${String(type)}`);
  const call = `${root.name}${given.length > 0 ? `(${given.join(", ")})` : ""} ${selection}`;
  const query = declared.length > 0 ? `query(${declared.join(", ")}) { ${call} }` : `{ ${call} }`;
  return {
    group,
    title: titleOf(root.description, root.name),
    query: print(parse(query)),
    variables: required.map((argument) => variableFor(schema, caller, root.name, argument)),
  };
}

const pageLength = (args: readonly GraphQLArgument[]) =>
  args.some(({ name }) => name === "first") ? [`first: ${PAGE}`] : [];
