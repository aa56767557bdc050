import { readFileSync } from "node:fs";
import { buildSchema, parse, validate, type GraphQLObjectType } from "graphql";
import {
  HOUSEHOLDS_OPERATION,
  HOUSEHOLDS_OPERATION_NAME,
  VERIFICATION_DUTY,
} from "../../src/verification/reading/household-operation.js";
import { MEMBER_SOURCES, SOURCES } from "../../src/verification/reading/sources.js";
import { operationCoordinates } from "../../src/policy/operation-coordinates.js";

const read = (file: string) =>
  readFileSync(new URL(`../../schema/${file}`, import.meta.url), "utf8");

interface Field {
  readonly kind: string;
  readonly coordinate: string;
  readonly sensitivity?: string;
  readonly duties?: readonly string[];
}

const schema = buildSchema(read("api.graphql"));
const policies = new Map(
  (JSON.parse(read("policy.json")) as { fields: Field[] }).fields.map((field) => [
    field.coordinate,
    field,
  ]),
);
const document = parse(HOUSEHOLDS_OPERATION);
const { fields } = operationCoordinates(schema, document, HOUSEHOLDS_OPERATION_NAME);

test("the operation is valid against the hub's schema", () => {
  expect(validate(schema, document)).toEqual([]);
});

test("the operation reads no governed field that its duty does not need, not even as an owner", () => {
  const beyond = fields.filter((coordinate) => {
    const policy = policies.get(coordinate);
    return policy?.kind === "governed" && !policy.duties?.includes(VERIFICATION_DUTY);
  });
  expect(beyond).toEqual([]);
  expect(fields.length).toBeGreaterThan(80);
});

test("a source needs consent where the policy says that its record does", () => {
  const person = schema.getType("Person") as GraphQLObjectType;
  for (const source of MEMBER_SOURCES) {
    expect(Object.keys(person.getFields())).toContain(source);
    const sensitivity = policies.get(`Person.${source}`)?.sensitivity ?? "";
    expect([source, SOURCES[source].needsConsent]).toEqual([
      source,
      ["FINANCIAL", "HEALTH"].includes(sensitivity),
    ]);
  }
});
