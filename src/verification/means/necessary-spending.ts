import { addMoney, type Money } from "../../codes/money.js";
import { evidence, type Evidence } from "../finding.js";
import type { Parameters } from "../parameters/parameters.js";
import { isFullyAnswered, recordsOf, type Situation } from "../situation.js";

/** What a family had to spend on treatment and schooling, in 元 a year. */
export interface NecessarySpending {
  readonly medical: Money;
  readonly tuition: Money;
  readonly total: Money;
  /** False where a source did not answer, so that it may have been more. */
  readonly complete: boolean;
  readonly evidence: readonly Evidence[];
}

/**
 * The spending that the expenditure-type route deducts from income (浙江省社会救助条例, article 41):
 * what the members paid themselves for treatment, after every fund's payment, and tuition.
 */
export function necessarySpending(
  situation: Situation,
  { necessarySpending: kinds }: Parameters,
): NecessarySpending {
  const treated = recordsOf(situation, "medicalInsurance").flatMap(({ member, record }) => {
    const amount = record.spending?.outOfPocket ?? null;
    if (amount === null || !kinds.includes("MEDICAL_OUT_OF_POCKET")) return [];
    const zh = `年度医疗个人自付 ${amount} 元`;
    const en = `paid ${amount} yuan for treatment`;
    return { amount, evidence: evidence("medicalInsurance", member, record, zh, en) };
  });
  const taught = recordsOf(situation, "student").flatMap(({ member, record }) => {
    const amount = record.annualTuition;
    if (amount === null || amount === "0.00" || !kinds.includes("TUITION")) return [];
    const [zh, en] = [`年学费 ${amount} 元`, `tuition of ${amount} yuan a year`];
    return { amount, evidence: evidence("student", member, record, zh, en) };
  });
  const medical = addMoney(...treated.map(({ amount }) => amount));
  const tuition = addMoney(...taught.map(({ amount }) => amount));
  return {
    medical,
    tuition,
    total: addMoney(medical, tuition),
    complete:
      isFullyAnswered(situation, "medicalInsurance") && isFullyAnswered(situation, "student"),
    evidence: [...treated, ...taught].map((spent) => spent.evidence),
  };
}
