import { addMonths } from "../../codes/calendar.js";
import { eligibility, type StatedCondition, type Programme } from "./eligibility.js";

/** 临时救助: an emergency, which no register shows, and not too often in twelve months; income is not tested first (救急、救难). */
export const temporaryRelief: Programme = (situation, { temporaryReliefTimesAYear }, date) => {
  const since = addMonths(date.slice(0, 7), -11);
  const { assistance } = situation.household;
  const given = assistance.records.filter(
    ({ programme, startMonth }) => programme === "TEMPORARY" && (startMonth ?? "") >= since,
  ).length;
  const rarely: StatedCondition = {
    code: "RARELY_IN_A_YEAR",
    met: assistance.reason === null ? given < temporaryReliefTimesAYear : null,
    text: {
      zh: `12 个月内已临时救助 ${given} 次，上限 ${temporaryReliefTimesAYear} 次`,
      en: `given ${given} times in 12 months, at most ${temporaryReliefTimesAYear}`,
    },
    basis: "TEMPORARY_RELIEF",
  };
  const emergency: StatedCondition = {
    code: "EMERGENCY",
    met: null,
    text: { zh: "突发困难由乡镇（街道）认定", en: "the township establishes the emergency" },
    basis: "TEMPORARY_RELIEF",
  };
  return eligibility("TEMPORARY", [rarely, emergency]);
};
