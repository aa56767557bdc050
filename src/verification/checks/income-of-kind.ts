import { addMoney, compareMoney } from "../../codes/money.js";
import { amounts, type Finding } from "../finding.js";
import { foundIncome } from "../means/found-income.js";
import type { PersonPlace } from "../reading/found.js";
import type { Parameters } from "../parameters/parameters.js";
import type { IncomeKind, Situation } from "../situation.js";

/** What a finding of underdeclared income says beside its numbers. */
export type Underdeclared = Pick<Finding, "code" | "severity" | "basis" | "advice">;

/**
 * One finding where the counted items of a kind exceed the declared amount by more than the
 * tolerance; about a person where all of it is one person's.
 */
export function underdeclared(
  kind: IncomeKind,
  situation: Situation,
  parameters: Parameters,
  what: Underdeclared,
): readonly Finding[] {
  const declared = situation.declared?.income[kind] ?? null;
  if (declared === null) return [];
  const items = foundIncome(situation, parameters).filter(
    (item) => item.kind === kind && item.counted,
  );
  const found = addMoney(...items.map(({ amount }) => amount));
  const accepted = addMoney(declared, parameters.incomeTolerances[kind]);
  if (compareMoney(found, accepted) <= 0) return [];
  return [
    {
      ...what,
      person: onlyPerson(items.map(({ person }) => person)),
      declared: amounts(declared, "元/年"),
      found: amounts(found, "元/年"),
      evidence: items.flatMap(({ evidence }) => evidence),
    },
  ];
}

function onlyPerson(people: readonly PersonPlace[]): PersonPlace | null {
  const [first] = people;
  return first && people.every(({ place }) => place === first.place) ? first : null;
}
