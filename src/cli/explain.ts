import { Command } from "commander";
import { todayInShanghai } from "../codes/calendar.js";
import { blueprint } from "../index.js";
import { coloured } from "./terminal/colours.js";
import { explain, type Explanation } from "../policy/explain.js";

interface ExplainOptions {
  readonly department: string;
  readonly duty: string;
  readonly field: string;
  readonly json?: boolean;
}

/** `hub explain`: why a department may, or may not, read a field under a duty. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("say whether a department may read a field under a duty, and why")
    .requiredOption("--department <name>", "a name in the register, 县残联")
    .requiredOption("--duty <id>", "the duty it acts under, 2.3")
    .requiredOption("--field <coordinate>", "the field's coordinate, Person.name")
    .option("--json", "print JSON")
    .action(async (options: ExplainOptions) => {
      const { department, duty, field } = options;
      const { policy } = await blueprint();
      const standing = { department, duty, date: todayInShanghai(new Date()) };
      const explanation = explain(policy, standing, field);
      const text = options.json ? JSON.stringify(explanation) : inWords(options, explanation);
      process.stdout.write(`${text}\n`);
    });
}

function inWords({ department, duty, field }: ExplainOptions, explanation: Explanation): string {
  const { allowed, en, list, owner, neededBy, grantedBy } = explanation;
  return [
    `${allowed ? coloured("good", "allowed") : coloured("bad", "refused")}: ${en}`,
    list
      ? `duty ${duty}: list ${list.list} of item ${list.item} (${list.title}), line ${list.line}: ${list.departments.join("、")}`
      : `duty ${duty}: not in the register`,
    `${field}: owned by ${owner ?? "nobody"}, needed by duties ${orNone(neededBy)}`,
    `duties of ${department} that allow it: ${orNone(grantedBy)}`,
  ].join("\n");
}

const orNone = (ids: readonly string[]) => (ids.length > 0 ? ids.join(", ") : "none");
