import {
  getNullableType,
  GraphQLID,
  type GraphQLArgument,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { RequestContext } from "./context.js";
import type { LiveLoader } from "./live/live-loader.js";
import type { Loader } from "./loader.js";

/** What a field's resolver looks up before anything else, by one property of its source. */
export interface LookupField {
  readonly loader: AnyLoader;
  /** Name of the property that holds the key. */
  readonly by: string;
  /** Whether that is all it does: what is found is the field's value. */
  readonly isAll: boolean;
}

/** A field that finds one record by the key in its argument, and does nothing else. */
export interface KeyedField {
  readonly loader: AnyLoader;
  /** Name of the argument that holds the key. */
  readonly argument: string;
}

/** The names under which a field's GraphQL extensions say that it looks up, and that it is keyed. */
export const LOOKUP = "lookup";
export const KEYED = "keyed";

type AnyLoader = Loader<unknown> | LiveLoader<unknown>;
type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/** Stands for a value that nobody has: of the property or argument that it names. */
const MARK = "\u0000";

/** The look-up by a property of its source that a resolver begins with; null where it begins otherwise. */
export function lookupIn(resolve: Resolve): LookupField | null {
  const source = new Proxy({}, { get: (_source, property) => `${MARK}${String(property)}` });
  const probed = probe(resolve, source, {});
  const { answered, answer } = probed;
  // What it does then is of no interest, and has nothing to go by.
  if (answered instanceof Promise) answered.catch(() => undefined);
  const first = firstLookup(probed);
  return first && { loader: first.loader, by: first.name, isAll: answered === answer };
}

/** Notes which of the schema's queries find one record by the key they are given. */
export async function noteKeyedQueries(schema: GraphQLSchema): Promise<void> {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const keyed = field.resolve ? await keyedIn(field.resolve, field.args) : null;
    if (keyed) field.extensions = { ...field.extensions, [KEYED]: keyed };
  }
}

/** By which argument a resolver finds a record, where it takes but one and that is all it does; null otherwise. */
async function keyedIn(
  resolve: Resolve,
  args: readonly GraphQLArgument[],
): Promise<KeyedField | null> {
  const [argument] = args;
  if (!argument || args.length > 1 || getNullableType(argument.type) !== GraphQLID) return null;
  const probed = probe(resolve, undefined, { [argument.name]: `${MARK}${argument.name}` });
  const answered = await Promise.resolve(probed.answered).catch(() => undefined);
  const first = firstLookup(probed);
  return first && answered === probed.answer
    ? { loader: first.loader, argument: first.name }
    : null;
}

interface Probed {
  readonly asked: readonly { readonly loader: AnyLoader; readonly key: unknown }[];
  /** What each look-up was answered with. */
  readonly answer: object;
  readonly answered: unknown;
}

/** Runs a resolver once in a context that can do nothing but tell what it was asked to load. */
function probe(resolve: Resolve, source: unknown, args: object): Probed {
  const answer = {};
  const asked: { loader: AnyLoader; key: unknown }[] = [];
  const context = {
    load(loader: AnyLoader, key: unknown) {
      asked.push({ loader, key });
      return answer;
    },
  };
  let answered: unknown;
  try {
    answered = resolve(source, args, context as never, undefined as never);
  } catch {
    answered = undefined;
  }
  return { asked, answer, answered };
}

function firstLookup({ asked: [first] }: Probed): { loader: AnyLoader; name: string } | null {
  if (typeof first?.key !== "string" || !first.key.startsWith(MARK)) return null;
  return { loader: first.loader, name: first.key.slice(MARK.length) };
}
