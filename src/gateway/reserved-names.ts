import { Kind, visit, type DocumentNode, type ExecutionResult } from "graphql";

/** Response names that the query planner uses for what it fetches itself, or puts on objects where they are no plain name. */
const RESERVED: ReadonlySet<string> = new Set(["ref", "__typename", "__proto__"]);

/** Put before a caller's name so that it is nobody's; GraphQL names begin with no digit, so none ends up the same twice. */
const SET_ASIDE = "asked_for_as_";

const renamed = new WeakMap<DocumentNode, DocumentNode>();

/** The operation with other names where a caller's alias is one of the planner's own; the same document where none is. */
export function setNamesAside(document: DocumentNode): DocumentNode {
  const known = renamed.get(document);
  if (known) return known;
  const result = visit(document, {
    Field(node) {
      const alias = node.alias?.value;
      if (alias === undefined || !RESERVED.has(alias) || alias === node.name.value)
        return undefined;
      return { ...node, alias: { kind: Kind.NAME, value: `${SET_ASIDE}${alias}` } };
    },
  });
  renamed.set(document, result);
  return result;
}

/** The answer under the caller's own names again, in its data and in the paths of its errors. */
export function giveNamesBack(result: ExecutionResult): ExecutionResult {
  for (const error of result.errors ?? []) {
    (error.path as (string | number)[] | undefined)?.forEach((step, place, path) => {
      path[place] = typeof step === "string" ? original(step) : step;
    });
  }
  return { ...result, data: withOriginals(result.data) as ExecutionResult["data"] };
}

function withOriginals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOriginals);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [original(name), withOriginals(item)]),
  );
}

function original(name: string): string {
  const asked = name.slice(SET_ASIDE.length);
  return name.startsWith(SET_ASIDE) && RESERVED.has(asked) ? asked : name;
}
