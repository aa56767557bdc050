import { Command } from "commander";
import { todayInShanghai } from "../codes/calendar.js";
import { blueprint } from "../index.js";
import { decideField, grantingDuties, type Reason } from "../policy/decide.js";

const WORDS: Readonly<Record<Reason, string>> = {
  DUTY_NEEDS_FIELD: "the duty needs the field and the department is in the duty's list",
  OWNER: "the department owns the field and is in the duty's list",
  NO_DEPARTMENT_DATA: "the field carries no department's data",
  DUTY_UNKNOWN: "the register has no such duty in force",
  DUTY_NOT_ASSIGNED: "the department is not in the duty's list",
  FIELD_NOT_NEEDED: "the duty does not need the field",
  NOT_SHARED: "the field is not shared: only its owner reads it",
  FIELD_UNKNOWN: "no department declares such a field",
};

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
    .action(async ({ department, duty, field, json }: ExplainOptions) => {
      const { policy } = await blueprint();
      const date = todayInShanghai(new Date());
      const verdict = decideField(policy, { department, duty, date }, field);
      const grantedBy = grantingDuties(policy, department, date, field);
      if (json) {
        process.stdout.write(`${JSON.stringify({ ...verdict, grantedBy })}\n`);
        return;
      }
      const others = grantedBy.length > 0 ? grantedBy.join(", ") : "none";
      process.stdout.write(
        `${verdict.allowed ? "allowed" : "refused"}: ${WORDS[verdict.reason]}\n` +
          `duties of ${department} that allow ${field}: ${others}\n`,
      );
    });
}
