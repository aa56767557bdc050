import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import type { RequestContext } from "../department/context.js";
import { GOVERNANCE, type Governance } from "../department/governed.js";
import { KEYED, LOOKUP, type KeyedField, type LookupField } from "../department/lookup-fields.js";
import { Keys } from "../department/keys.js";
import { propertyOf } from "../department/relation.js";
import { isSensitive } from "../policy/needs-consent.js";

/** A look-up that an object will need, or every item of a list. */
interface Foreseen extends LookupField {
  /** Whose consent rule it is under; null for what needs none. */
  readonly sensitiveOf: string | null;
}

/** Milliseconds for which a list is held back at most: a source that takes longer holds up its own fields alone. */
const HELD_BACK = 100;

/**
 * Lets lists look up, all at once, what the operation selects of their items: found one by one, each
 * value of a hundred households would be a promise of its own. And lets what one object is asked for by
 * its own key not wait for the object. Only where the decision on the whole operation covers every
 * field; and what needs a person's consent is looked up after it alone, as for the field itself.
 */
export function foreseeLookups(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const item = getNamedType(field.type);
      if (!isListType(getNullableType(field.type)) || !isObjectType(item)) continue;
      if (Object.values(item.getFields()).some(lookupOf)) foresee(field, item);
    }
  }
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const item = getNamedType(field.type);
    if (field.extensions[KEYED] && isObjectType(item)) foreseeByKey(field, item);
  }
}

function foresee(field: GraphQLField<unknown, unknown>, item: GraphQLObjectType): void {
  const { resolve } = field;
  if (!resolve) return;
  const planOf = plansFor(item);
  const foreseeing: GraphQLFieldResolver<unknown, RequestContext> = (
    source,
    args,
    context,
    info,
  ) => {
    if (!context.allowed) return resolve(source, args, context, info);
    const plan = planOf(info);
    context.foresee = (persons) => begin(plan, persons, context);
    const found: unknown = resolve(source, args, context, info);
    context.foresee = null;
    if (plan.length === 0 || !(found instanceof Promise)) return found;
    return found.then((items: unknown) => {
      if (!Array.isArray(items) || items.length === 0) return items;
      return together(items, plan, context).then(() => items);
    });
  };
  field.resolve = foreseeing as GraphQLFieldResolver<unknown, unknown>;
}

/**
 * What is looked up by the key that finds the object itself is asked for together with it: both are in
 * the caller's rights, or the database shows neither.
 */
function foreseeByKey(field: GraphQLField<unknown, unknown>, item: GraphQLObjectType): void {
  const { resolve, extensions } = field;
  if (!resolve) return;
  const { loader, argument } = extensions[KEYED] as KeyedField;
  const planOf = plansFor(item, ({ by }) => by === keyOf({ loader }));
  const foreseeing: GraphQLFieldResolver<unknown, RequestContext> = (
    source,
    args: Readonly<Record<string, string>>,
    context,
    info,
  ) => {
    const found: unknown = resolve(source, args, context, info);
    const key = args[argument];
    if (!context.allowed || key === undefined) return found;
    lookUpOpen(planOf(info), context, () => new Keys([key]));
    return found;
  };
  field.resolve = foreseeing as GraphQLFieldResolver<unknown, unknown>;
}

/** What is looked up of a field's objects, worked out once for each place where the field is asked for. */
function plansFor(item: GraphQLObjectType, counts: (lookup: Foreseen) => boolean = () => true) {
  const plans = new WeakMap<FieldNode, readonly Foreseen[]>();
  return ({ fieldNodes, fragments }: GraphQLResolveInfo): readonly Foreseen[] => {
    const [node] = fieldNodes;
    // A field that is selected twice is looked up as it comes.
    if (!node?.selectionSet || fieldNodes.length > 1) return [];
    let plan = plans.get(node);
    if (!plan) {
      plan = lookupsIn(item, node.selectionSet, fragments).filter(counts);
      plans.set(node, plan);
    }
    return plan;
  };
}

/** The look-ups that a selection makes of every object of a type by what the object itself holds. */
function lookupsIn(
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fragments: GraphQLResolveInfo["fragments"],
): Foreseen[] {
  return selections.flatMap((node): Foreseen[] => {
    if (node.directives?.length) return [];
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments[node.name.value];
      return fragment ? lookupsIn(type, fragment.selectionSet, fragments) : [];
    }
    if (node.kind === Kind.INLINE_FRAGMENT) return lookupsIn(type, node.selectionSet, fragments);
    const field = type.getFields()[node.name.value];
    const lookup = field && lookupOf(field);
    if (!lookup) return [];
    const below = getNamedType(field.type);
    const more =
      lookup.isAll && isObjectType(below) && node.selectionSet
        ? lookupsIn(below, node.selectionSet, fragments).filter(({ by }) => by === keyOf(lookup))
        : [];
    return [lookup, ...more.map((one) => onWayThrough(lookup, one))];
  });
}

function lookupOf(field: GraphQLField<unknown, unknown>): Foreseen | undefined {
  const lookup = field.extensions[LOOKUP] as LookupField | undefined;
  if (!lookup) return undefined;
  const governance = field.extensions[GOVERNANCE] as Governance | undefined;
  const isGoverned = governance?.kind === "governed";
  return {
    ...lookup,
    sensitiveOf: isGoverned && isSensitive(governance) ? governance.owner : null,
  };
}

/** A look-up below another by the same key: it is under the consent rule of what it is reached by, too. */
function onWayThrough({ by, sensitiveOf }: Foreseen, below: Foreseen): Foreseen {
  return { ...below, by, sensitiveOf: sensitiveOf ?? below.sensitiveOf };
}

/** The property of found records that holds the key by which they were found; none of a live source's. */
function keyOf({ loader }: Pick<LookupField, "loader">): string | null {
  return "origin" in loader ? null : propertyOf(loader.table, loader.key);
}

function needsConsent({ sensitiveOf }: Foreseen, context: RequestContext): boolean {
  return sensitiveOf !== null && context.needsConsent(sensitiveOf);
}

/** Looks up what needs no consent, by the keys that are given for a property; what has none waits. */
function lookUpOpen(
  plan: readonly Foreseen[],
  context: RequestContext,
  keysOf: (by: string) => Keys,
): (Promise<unknown> | undefined)[] {
  return plan
    .filter((lookup) => !needsConsent(lookup, context))
    .map(({ loader, by }) => context.loadAhead(loader, keysOf(by)));
}

const NONE = new Keys([]);

/** Asks for what goes by the keys of persons who are still being looked up, and for the consents that more takes. */
function begin(
  plan: readonly Foreseen[],
  persons: readonly string[],
  context: RequestContext,
): void {
  const keys = context.listed(persons);
  lookUpOpen(plan, context, (by) => (by === "person" ? keys : NONE));
  if (plan.some((lookup) => needsConsent(lookup, context))) void context.consents.ahead(keys);
}

/** Lists of one request whose items are looked up together: those that come in the same tick. */
interface Lists {
  readonly items: unknown[];
  readonly ready: Promise<void>;
}

const gathered = new WeakMap<RequestContext, Map<readonly Foreseen[], Lists>>();

/** Fulfils once what the plan foresees of these items is there, or has kept the list waiting long enough. */
function together(
  items: readonly unknown[],
  plan: readonly Foreseen[],
  context: RequestContext,
): Promise<void> {
  const byPlan = gathered.get(context) ?? new Map<readonly Foreseen[], Lists>();
  gathered.set(context, byPlan);
  let lists = byPlan.get(plan);
  if (!lists) {
    const all: unknown[] = [];
    const ready = new Promise<void>((resolve) => {
      process.nextTick(() => {
        byPlan.delete(plan);
        setTimeout(resolve, HELD_BACK).unref();
        // What fails is told by the fields that need it.
        lookAhead(all, plan, context).then(resolve, () => resolve());
      });
    });
    lists = { items: all, ready };
    byPlan.set(plan, lists);
  }
  lists.items.push(...items);
  return lists.ready;
}

async function lookAhead(
  items: readonly unknown[],
  plan: readonly Foreseen[],
  context: RequestContext,
): Promise<void> {
  const known = new Map<string, Keys>();
  const keysOf = (by: string) => {
    const keys = known.get(by) ?? keysIn(items, by);
    known.set(by, keys);
    return keys;
  };
  const work = lookUpOpen(plan, context, keysOf);
  const closed = plan.filter((lookup) => needsConsent(lookup, context));
  if (closed.length > 0) {
    const persons = keysOf("person");
    await context.consents.ahead(persons);
    const consenting = new Keys(
      persons.list.filter((person) => context.consents.isKnownOf(person)),
    );
    for (const { loader, by } of closed) {
      // A record that names no person needs the consents of several: it is left to its field.
      if (by === "person") work.push(context.loadAhead(loader, consenting));
    }
  }
  await Promise.all(work);
}

/** The keys of items; none of what is missing or was not admitted. */
function keysIn(items: readonly unknown[], by: string): Keys {
  const keys: string[] = [];
  for (const item of items) {
    if (typeof item !== "object" || item === null || item instanceof Error) continue;
    const key = (item as Readonly<Record<string, unknown>>)[by];
    if (typeof key === "string") keys.push(key);
  }
  return new Keys(keys);
}
