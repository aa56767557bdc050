import type { Outcome } from "./outcome.js";
import type { HouseholdReview, MemberReview } from "./review-household.js";

/** What a case worker reads of a review, a line for each member. */
export function summaryOf(id: string, { household, members }: HouseholdReview): string {
  const lines =
    household.kind === "FOUND" ? members.map(lineOf) : [`  ${inWords<unknown>(household)}`];
  return [`家庭 ${id}`, ...lines, ""].join("\n");
}

function lineOf({ name, disability, insurance, outOfPocket }: MemberReview): string {
  const fields = [
    inWords(name),
    `残疾等级：${inWords(disability)}`,
    `医保：${inWords(insurance)}`,
    `个人自付（元/年）：${inWords(outOfPocket)}`,
  ];
  return `  ${fields.join("  ")}`;
}

function inWords<T>(outcome: Outcome<T>): string {
  switch (outcome.kind) {
    case "FOUND":
      return String(outcome.value);
    case "NO_RECORD":
      return "无记录";
    case "NOT_AUTHORISED":
      return `无权读取（${outcome.code}）`;
    case "SOURCE_FAILED":
      return `未答复（${outcome.department ?? outcome.code}）`;
  }
}
