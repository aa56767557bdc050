import { compareMoney, divideRound, multiplyByRatio, type Money } from "../../codes/money.js";
import { evidence, type Evidence } from "../finding.js";
import type { FoundMember } from "../reading/found.js";
import type { IncomeItem } from "./income-item.js";
import type { Parameters } from "../parameters/parameters.js";
import { placeOf, type Situation } from "../situation.js";

interface WageSign {
  /** 元 a year. */
  readonly amount: Money;
  readonly evidence: Evidence;
}

/**
 * What the members earn by what the registers know, one item for each: of several signs of the same
 * job the highest counts, and a job of which no register knows the wage counts with the minimum wage.
 */
export function foundWages(situation: Situation, parameters: Parameters): readonly IncomeItem[] {
  return situation.household.members.flatMap((member) => {
    const signs = signsOfWork(member, parameters);
    const [first, ...others] = signs;
    if (!first) return [];
    const highest = others.reduce(
      (most, sign) => (compareMoney(sign.amount, most.amount) > 0 ? sign : most),
      first,
    );
    return {
      kind: "wage" as const,
      name: "WAGE" as const,
      person: placeOf(member),
      amount: highest.amount,
      counted: true,
      evidence: signs.map((sign) => sign.evidence),
    };
  });
}

function signsOfWork(member: FoundMember, parameters: Parameters): readonly WageSign[] {
  return [
    ...taxedWage(member),
    ...contributions(member),
    ...housingFund(member, parameters),
    ...jobsWithoutAmount(member, parameters),
  ];
}

function taxedWage(member: FoundMember): WageSign[] {
  return member.answers.incomeTax.records.flatMap((record) => {
    const { taxableIncome: amount } = record;
    if (!isPositive(amount)) return [];
    const zh = `应税收入 ${amount} 元/年`;
    return { amount, evidence: evidence("incomeTax", member, record, zh, `taxed on ${amount}`) };
  });
}

function contributions(member: FoundMember): WageSign[] {
  return member.answers.socialInsurance.records.flatMap((record) => {
    const { contributionBase: base } = record;
    if (!isPositive(base)) return [];
    const zh = `职工社会保险缴费基数 ${base} 元/月`;
    const en = `contributions on ${base} yuan a month`;
    return {
      amount: multiplyByRatio(base, "12"),
      evidence: evidence("socialInsurance", member, record, zh, en),
    };
  });
}

/** The least wage on which so much is paid in: the rate itself is not known. */
function housingFund(member: FoundMember, { housingFundRatePercent }: Parameters): WageSign[] {
  return member.answers.housingFund.records.flatMap((record) => {
    const { monthlyContribution: paid } = record;
    if (!isPositive(paid)) return [];
    const zh = `住房公积金月缴存 ${paid} 元`;
    const en = `housing fund contribution of ${paid} yuan a month`;
    return {
      amount: divideRound(multiplyByRatio(paid, "1200"), housingFundRatePercent),
      evidence: evidence("housingFund", member, record, zh, en),
    };
  });
}

/** An employer in the insurance of employees, or a registered job; assisted employment of disabled people is none. */
function jobsWithoutAmount(member: FoundMember, { minimumWage }: Parameters): WageSign[] {
  const { medicalInsurance, socialInsurance, disability } = member.answers;
  const amount = multiplyByRatio(minimumWage, "12");
  const assisted = disability.records.some(({ assistedEmployment }) => assistedEmployment === true);
  const insured = medicalInsurance.records
    .filter(
      ({ insuranceType, status, employer }) =>
        insuranceType === "EMPLOYEE" && status === "NORMAL" && employer !== null,
    )
    .map((record) => {
      const zh = `职工医保正常参保，单位 ${record.employer ?? ""}`;
      const en = `insured as an employee of ${record.employer ?? ""}`;
      return { amount, evidence: evidence("medicalInsurance", member, record, zh, en) };
    });
  if (assisted) return insured;
  const registered = socialInsurance.records
    .filter(({ employed }) => employed === true)
    .map((record) => ({
      amount,
      evidence: evidence("socialInsurance", member, record, "登记就业", "registered as employed"),
    }));
  return [...insured, ...registered];
}

function isPositive(amount: Money | null): amount is Money {
  return amount !== null && compareMoney(amount, "0.00") > 0;
}
