import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import type { RequestContext } from "./context.js";
import { LOOKUP, lookupIn } from "./lookup-fields.js";

type Class = new () => object;
type Method = (...given: readonly unknown[]) => unknown;

/** What its decorators have told type-graphql, where it keeps it: it has no other way to ask. */
type Account = typeof globalThis.TypeGraphQLMetadataStorage;

/**
 * Lets fields whose methods take nothing but the source and the context call them directly: what
 * type-graphql puts in between, for arguments and middlewares, costs more than such a method does.
 */
export function resolveDirectly(schema: GraphQLSchema, resolvers: readonly Class[]): void {
  const account = globalThis.TypeGraphQLMetadataStorage;
  const instances = new Map<unknown, object>(
    resolvers.map((resolver) => [resolver, new resolver()]),
  );
  for (const resolver of account.fieldResolvers) {
    const instance = instances.get(resolver.target);
    if (!instance || resolver.kind !== "external" || resolver.middlewares?.length) continue;
    const direct = directly(instance as Record<string, Method>, resolver, account);
    const of = resolver.getObjectType?.();
    const type = schema.getType(
      account.objectTypes.find(({ target }) => target === of)?.name ?? "",
    );
    const field = isObjectType(type) ? type.getFields()[resolver.schemaName] : undefined;
    if (!field || !direct) continue;
    field.resolve = direct as GraphQLFieldResolver<unknown, unknown>;
    const lookup = lookupIn(direct);
    if (lookup) field.extensions = { ...field.extensions, [LOOKUP]: lookup };
  }
}

function directly(
  instance: Readonly<Record<string, Method>>,
  { target, methodName }: Account["fieldResolvers"][number],
  { params }: Account,
): GraphQLFieldResolver<unknown, RequestContext> | null {
  const kinds = params
    .filter((parameter) => parameter.target === target && parameter.methodName === methodName)
    .sort((one, other) => one.index - other.index)
    .map((parameter) => (isConverted(parameter) ? "converted" : parameter.kind));
  switch (kinds.join(" ")) {
    case "root context":
      return (source, _args, context) => instance[methodName]?.(source, context);
    case "root":
      return (source) => instance[methodName]?.(source);
    default:
      return null;
  }
}

/** Whether a method gets something else than what it was called with. */
function isConverted(parameter: Account["params"][number]): boolean {
  const { propertyName, getType } = parameter as { propertyName?: string; getType?: unknown };
  return propertyName !== undefined || getType !== undefined;
}
