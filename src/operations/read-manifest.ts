import { getOperationAST, GraphQLError, Kind, parse, type DocumentNode } from "graphql";
import { z } from "zod";
import { operationHash } from "./operation-hash.js";
import { OperationsRefused } from "./operations-refused.js";

const Manifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().min(1),
        type: z.enum(["query", "mutation"]),
        body: z.string(),
      }),
    )
    .min(1),
});

type Entry = z.infer<typeof Manifest>["operations"][number];

/** One operation of a manifest. */
export interface ManifestOperation {
  /** SHA-256 of the text, in hex. */
  readonly hash: string;
  readonly name: string;
  readonly type: Entry["type"];
  readonly text: string;
  readonly document: DocumentNode;
}

/**
 * Reads a manifest, each operation once.
 * @throws OperationsRefused naming every operation whose id, name or type is not its text's.
 * @see https://www.npmjs.com/package/@apollo/generate-persisted-query-manifest
 */
export function readManifest(manifest: string): ManifestOperation[] {
  const { operations } = parseManifest(manifest);
  const problems: string[] = [];
  const read = operations.flatMap((entry) => {
    const operation = operationOf(entry);
    if (typeof operation !== "string") return [operation];
    problems.push(`${entry.name}: ${operation}`);
    return [];
  });
  if (problems.length > 0) throw new OperationsRefused(problems);
  return [...new Map(read.map((operation) => [operation.hash, operation])).values()];
}

function parseManifest(manifest: string): z.infer<typeof Manifest> {
  let content: unknown;
  try {
    content = JSON.parse(manifest);
  } catch {
    throw new OperationsRefused(["the manifest is not JSON"]);
  }
  const { data, error } = Manifest.safeParse(content);
  if (data) return data;
  throw new OperationsRefused(
    error.issues.map(({ path, message }) => `manifest ${path.join(".")}: ${message}`),
  );
}

/** The operation of an entry, or what is wrong with it. */
function operationOf({ id, name, type, body }: Entry): ManifestOperation | string {
  if (id !== operationHash(body)) return "its id is not the SHA-256 of its body in hex";
  try {
    const document = parse(body);
    const isOther = ({ kind }: { readonly kind: Kind }) =>
      kind !== Kind.OPERATION_DEFINITION && kind !== Kind.FRAGMENT_DEFINITION;
    const operation = getOperationAST(document);
    if (!operation || document.definitions.some(isOther)) return "its body is not one operation";
    if (operation.operation !== type || operation.name?.value !== name) {
      return "its name or type is not its body's";
    }
    return { hash: id, name, type, text: body, document };
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}
