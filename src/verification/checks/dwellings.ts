import { exceedsDwellingLimit, ownedDwellings } from "../means/assets.js";
import { counts, evidence, type Check } from "../finding.js";
import { isMeansTested } from "../situation.js";

/** Dwellings of the members against the declaration and the property test; one that members share counts once. */
export const dwellings: Check = (situation, parameters, date) => {
  const owned = ownedDwellings(situation);
  if (owned.count === 0 || !isMeansTested(situation, date)) return [];
  const declared = situation.declared?.dwellingCount ?? null;
  const undeclared = declared !== null && owned.count > declared;
  if (!undeclared && !exceedsDwellingLimit(owned, parameters)) return [];
  return [
    {
      code: undeclared ? ("DWELLING_UNDECLARED" as const) : ("DWELLINGS_ABOVE_LIMIT" as const),
      severity: "HIGH" as const,
      person: null,
      declared: declared === null ? null : counts(declared, "套", "dwellings"),
      found: counts(owned.count, "套", "dwellings"),
      evidence: owned.records.map(({ member, record }) => {
        const [address, area] = [record.address ?? "", record.floorArea ?? "?"];
        return evidence(
          "realEstate",
          member,
          record,
          `${address}，${area} ㎡`,
          `${address}, ${area} ㎡`,
        );
      }),
      basis: ["REGULATION_9" as const, "PROPERTY_MEASURES" as const],
      advice: {
        zh: "请家庭说明各套住房的来源和使用情况，按人均面积审核财产条件；出租的计入财产收入。",
        en: "Ask how each dwelling was come by and is used, apply the property test by area per head; rent counts as property income.",
      },
    },
  ];
};
