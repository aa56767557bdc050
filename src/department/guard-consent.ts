import {
  defaultFieldResolver,
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import { HubError } from "../errors.js";
import { isSensitive } from "../policy/needs-consent.js";
import { inputsIn } from "../policy/operation-coordinates.js";
import type { RequestContext } from "./context.js";
import type { FindSubjects } from "./define.js";
import { GOVERNANCE, type Governance } from "./governed.js";

/**
 * Puts the consent of the persons concerned before every FINANCIAL and HEALTH field, and before the
 * source is asked for it: without it the field is an error at its own path, and its siblings
 * survive. The field's owner needs none, nor does a duty that asks for none. Records of a person
 * need that person's consent, records of a household that of everybody in it.
 */
export function guardConsent(schema: GraphQLSchema, findSubjects: FindSubjects | undefined): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      guardFilters(field);
      const governance = field.extensions[GOVERNANCE] as Governance | undefined;
      if (governance?.kind !== "governed") continue;
      if (!isSensitive(governance)) continue;
      const guarded: GraphQLFieldResolver<unknown, unknown> = field.resolve ?? defaultFieldResolver;
      const coordinate = `${type.name}.${field.name}`;
      const resolve: GraphQLFieldResolver<unknown, RequestContext> = (
        source,
        args,
        context,
        info,
      ) => {
        if (!context.needsConsent(governance.owner)) return guarded(source, args, context, info);
        const consented = consentOf(source, context, findSubjects);
        if (consented === true) return guarded(source, args, context, info);
        if (consented === false) throw consentRequired(coordinate, context.caller.duty);
        return consented.then((given) => {
          if (given) return guarded(source, args, context, info);
          throw consentRequired(coordinate, context.caller.duty);
        });
      };
      field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    }
  }
}

/**
 * To find by a FINANCIAL or HEALTH field is to read it of everybody, and nobody knows beforehand
 * whose consent that takes: where a field of this owner needs consent, it filters for the owner alone.
 */
function guardFilters(field: GraphQLField<unknown, unknown>): void {
  if (!field.args.some(({ type }) => isInputObjectType(getNamedType(type)))) return;
  const guarded = field.resolve ?? defaultFieldResolver;
  const resolve: GraphQLFieldResolver<unknown, RequestContext> = (source, args, context, info) => {
    const inputs = field.args.flatMap(({ name, type }) => inputsIn(type, args[name]));
    const { fields } = context.resources.policy();
    for (const coordinate of context.readBy(inputs)) {
      const policy = fields.get(coordinate);
      if (
        policy?.kind === "governed" &&
        isSensitive(policy) &&
        context.needsConsent(policy.owner)
      ) {
        throw consentRequired(coordinate, context.caller.duty);
      }
    }
    return guarded(source, args, context, info);
  };
  field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
}

function consentOf(
  source: unknown,
  context: RequestContext,
  findSubjects: FindSubjects | undefined,
): boolean | Promise<boolean> {
  const { person } = source as { readonly person?: unknown };
  if (typeof person === "string") return context.consents.of(person);
  const subjects = findSubjects?.(source as object, context);
  return subjects?.then((found) => context.consents.ofAll(found)) ?? false;
}

function consentRequired(coordinate: string, duty: string): HubError {
  return new HubError(
    "CONSENT_REQUIRED",
    `no consent in force for ${coordinate} under duty ${duty}`,
    {
      coordinate,
      duty,
    },
  );
}
