import { RealEstateUsage } from "../../codes/code-tables.js";
import { nonResidentialProperty } from "../means/assets.js";
import { counts, evidence, type Check } from "../finding.js";
import { isMeansTested } from "../situation.js";

/** Shops, offices, factories and serviced flats, which the property test does not admit and no declaration asks for. */
export const nonResidential: Check = (situation, parameters, date) => {
  const { records, count } = nonResidentialProperty(situation, parameters);
  if (count === 0 || !isMeansTested(situation, date)) return [];
  return [
    {
      code: "NON_RESIDENTIAL_PROPERTY" as const,
      severity: "HIGH" as const,
      person: null,
      declared: null,
      found: counts(count, "处", "properties"),
      evidence: records.map(({ member, record }) => {
        const usage = RealEstateUsage.entries[record.usage ?? "OTHER"];
        const address = record.address ?? "";
        return evidence(
          "realEstate",
          member,
          record,
          `${usage.zh}，${address}`,
          `${usage.en}, ${address}`,
        );
      }),
      basis: ["REGULATION_9" as const, "PROPERTY_MEASURES" as const],
      advice: {
        zh: "请家庭说明取得和使用情况；确属家庭所有的不符合财产条件，租金计入财产收入。",
        en: "Ask how it was come by and is used; what is the family's own fails the property test, and rent counts as income.",
      },
    },
  ];
};
