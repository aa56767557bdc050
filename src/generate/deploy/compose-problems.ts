import { join } from "node:path";
import { DCLinter } from "dclint";

/** How the services stand in the file is for its reader: in the order in which they start. */
const RULES = {
  "no-build-and-image": 0,
  "require-quotes-in-ports": [2, { quoteType: "double" }],
  "service-dependencies-alphabetical-order": 0,
  "service-keys-order": 0,
  "services-alphabetical-order": 0,
  "top-level-properties-order": 0,
};

/** What dclint answers of a file; its own types do not resolve. */
interface Linted {
  readonly messages: readonly {
    readonly line: number;
    readonly message: string;
    readonly rule: string;
  }[];
}

/** What the schema of Compose, and a linter's rules, find in docker/compose.yaml; none for one in order. */
export async function composeProblems(root: string): Promise<string[]> {
  const linter = new DCLinter({ rules: RULES });
  const file = join(root, "docker/compose.yaml");
  const results = linter.lintFiles([file], false) as readonly Linted[];
  return results.flatMap(({ messages }) =>
    messages.map(({ line, message, rule }) => `docker/compose.yaml: ${line}: ${message} (${rule})`),
  );
}
