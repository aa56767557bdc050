/** A schema description in both languages, Chinese first. */
export function bilingual(zh: string, en: string): string {
  return `${zh}\n\n${en}`;
}

const UNITS: Readonly<Record<string, string>> = {
  元: "yuan",
  "元/月": "yuan a month",
  "元/年": "yuan a year",
  人: "persons",
  周岁: "completed years",
  辆: "vehicles",
  套: "dwellings",
  分: "points",
  年: "calendar year",
  亩: "mu, 1/15 hectare",
  "㎡": "square metres",
};

/** The English name of a unit. @throws Error for a unit that nobody has translated yet. */
export function unitInEnglish(unit: string): string {
  const english = UNITS[unit];
  if (!english) throw new Error(`unit ${unit} has no English name in descriptions.ts`);
  return english;
}
