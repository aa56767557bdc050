import { AssistanceProgramme } from "../../codes/code-tables.js";
import { evidence, says, type Check } from "../finding.js";
import { reliefOn } from "../situation.js";

/** Programmes drawn at once that exclude one another. */
export const excludingProgrammes: Check = (situation, parameters, date) => {
  const relief = reliefOn(situation, date);
  return parameters.excludingProgrammes.flatMap((pair) => {
    const drawn = relief.filter(({ programme }) => programme !== null && pair.includes(programme));
    if (new Set(drawn.map(({ programme }) => programme)).size < 2) return [];
    const { entries } = AssistanceProgramme;
    return [
      {
        code: "EXCLUDING_PROGRAMMES" as const,
        severity: "HIGH" as const,
        person: null,
        declared: null,
        found: says(
          pair.map((programme) => entries[programme].zh).join("、"),
          pair.map((programme) => entries[programme].en).join(", "),
        ),
        evidence: drawn.map((record) => {
          const since = record.startMonth ?? "";
          const { zh, en } = entries[record.programme ?? pair[0]];
          return evidence("assistance", null, record, `${zh}，自 ${since}`, `${en} since ${since}`);
        }),
        basis: ["REGULATION_9" as const],
        advice: {
          zh: "确定应享受的一项，停发另一项并追回重叠月份的待遇。",
          en: "Settle which programme applies, stop the other and recover the months of overlap.",
        },
      },
    ];
  });
};
