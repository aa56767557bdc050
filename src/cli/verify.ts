import { Command } from "commander";
import { readFile } from "node:fs/promises";
import type { Report } from "../verification/report/report.js";
import { environmentConfig } from "./environment.js";
import { evaluateCounty } from "./evaluate.js";
import { coloured, type Meaning } from "./terminal/colours.js";
import { dataOf, withHub } from "./with-hub.js";

const SUBMIT = `mutation ($input: SubmitVerificationInput!) {
  submitVerification(input: $input) { id state report } }`;

interface VerifyOptions {
  readonly application?: string;
  readonly case: string;
  readonly json?: boolean;
  readonly evaluate?: boolean;
  readonly seed: string;
  readonly households: string;
}

/** `hub verify`: one household, or how good the checks are on a county whose errors are known. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("verify a household and print its report; it is kept like any other")
    .argument("[household]", "its id; not with --evaluate")
    .option(
      "--application <file>",
      "what the family applies with: a SubmitVerificationInput as JSON",
    )
    .option("--case <reference>", "the case it belongs to", "HUB-VERIFY")
    .option("--json", "the whole report as JSON")
    .option(
      "--evaluate",
      "verify a generated county of its own and hold the findings against its planted cases",
    )
    .option("--seed <s>", "with --evaluate: the county's seed", "1")
    .option("--households <n>", "with --evaluate: its size", "2000")
    .action(async (household: string | undefined, options: VerifyOptions) => {
      if (options.evaluate) {
        const size = { households: Number(options.households), seed: Number(options.seed) };
        await evaluateCounty(size, options.json === true);
        return;
      }
      if (household === undefined)
        throw new Error("say which household, H330726000011, or --evaluate");
      const given = options.application
        ? (JSON.parse(await readFile(options.application, "utf8")) as object)
        : {};
      const answer = await withHub(environmentConfig(), options.case, (ask) =>
        ask(SUBMIT, { input: { ...given, householdId: household } }),
      );
      const { submitVerification } = dataOf<{
        submitVerification: { state: string; report: Report };
      }>(answer);
      const { report, state } = submitVerification;
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : text(report, state));
    });
}

/** What a case worker reads first, in Chinese. */
function text(report: Report, state: string): string {
  const { number, householdId, outcome, income, findings, missing, validUntil } = report;
  const lines = [
    `核对报告 ${number}  家庭 ${householdId}  ${OUTCOMES[outcome]}（${state}）  有效期至 ${validUntil}`,
    ...(income ? [`月人均收入 ${income.monthlyPerHead} 元`] : []),
    ...findings.map(
      ({ title, severity, found, advice, person }) =>
        `${coloured(SEVERITIES[severity] ?? "doubtful", `[${severity}]`)} ${title.zh}${person ? `（${person.role} ${person.place}）` : ""}：${found?.zh ?? ""}\n        ${advice.zh}`,
    ),
    ...missing.map(({ source, reason, advice }) => `[缺] ${source} ${reason}：${advice.zh}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** How findings are coloured; the others as what is doubtful. */
const SEVERITIES: Readonly<Record<string, Meaning>> = { HIGH: "bad", LOW: "name" };

const OUTCOMES: Readonly<Record<Report["outcome"], string>> = {
  CLEAN: "未发现疑点",
  FINDINGS: "存在疑点",
  INCOMPLETE: "信息不完整",
};
