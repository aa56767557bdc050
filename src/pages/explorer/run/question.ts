import { GraphQLError, Kind, parse, print, type DocumentNode } from "graphql";

/** What is written in the two editors. */
export interface Draft {
  readonly query: string;
  /** JSON; empty for none. */
  readonly variables: string;
}

/** A draft that has been read. */
export interface Question {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Names of its operations, in order; those without a name are left out. */
  readonly operations: readonly string[];
}

/** Why a draft cannot be read. */
export type DraftFault = { readonly kind: "query" | "variables"; readonly message: string };

/** Reads a draft, or says which of its texts is at fault. */
export function readDraft({ query, variables }: Draft): Question | DraftFault {
  try {
    const values: unknown = variables.trim() === "" ? {} : JSON.parse(variables);
    if (typeof values !== "object" || values === null || Array.isArray(values)) {
      return { kind: "variables", message: "{ … }" };
    }
    const document = parse(query);
    const operations = document.definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name
        ? [definition.name.value]
        : [],
    );
    return { document, variables: { ...values }, operations };
  } catch (error) {
    const kind = error instanceof GraphQLError ? "query" : "variables";
    return { kind, message: (error as Error).message };
  }
}

/** A question as a draft in its usual form. */
export function writeDraft({ document, variables }: Omit<Question, "operations">): Draft {
  return {
    query: print(document),
    variables: Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : "",
  };
}
