import {
  isInputObjectType,
  isObjectType,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { applyMiddleware } from "graphql-middleware";
import { rule, shield } from "graphql-shield";
import type { HubError } from "../errors.js";
import { grantingDuties } from "../policy/decide.js";
import { inputsIn } from "../policy/operation-coordinates.js";
import { fieldNotAuthorized } from "./field-not-authorized.js";
import type { OperationContext } from "./operation-context.js";

type Rule = ReturnType<ReturnType<typeof rule>>;

/**
 * A department's schema with a guard at every field: whoever asks, and however the question came
 * here, a field that its policy does not grant is an error at its own path. One rule a coordinate,
 * under its own name and without a cache, so that no verdict serves two fields or two callers; what
 * has no rule is denied.
 */
export function shielded(schema: GraphQLSchema): GraphQLSchema {
  const rules: Record<string, Record<string, Rule>> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const fields = Object.values(type.getFields());
    rules[type.name] = Object.fromEntries(
      fields.map((field) => [field.name, readRule(`${type.name}.${field.name}`, field)]),
    );
  }
  const guard = shield<unknown, OperationContext>(rules as never, {
    fallbackRule: denied,
    allowExternalErrors: true,
  });
  return applyMiddleware(schema, guard);
}

const denied = rule("deny", { cache: "no_cache" })(
  (_source, _args, context: OperationContext, info) =>
    refused(`${info.parentType.name}.${info.fieldName}`, context),
);

function readRule(coordinate: string, field: GraphQLField<unknown, unknown>): Rule {
  const filters = field.args.some(({ type }) => isInputObjectType(getNamedType(type)));
  return rule(`read ${coordinate}`, { cache: "no_cache" })(
    (_source, args: Record<string, unknown>, context: OperationContext) => {
      if (!context.mayRead(coordinate)) return refused(coordinate, context);
      const read = filters ? context.readBy(inputsOf(field, args)) : [];
      const hidden = read.find((filtered) => !context.mayRead(filtered));
      return hidden === undefined || refused(hidden, context);
    },
  );
}

function inputsOf(
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): string[] {
  return field.args.flatMap(({ name, type }) => inputsIn(type, args[name]));
}

function refused(coordinate: string, context: OperationContext): HubError {
  const { department, duty, date } = context.caller;
  const grantedBy = grantingDuties(context.rules.policy(), department, date, coordinate);
  return fieldNotAuthorized({ coordinate, grantedBy }, duty);
}
