import type { Case } from "./case.js";
import { land, insured, disabled, owns, RECIPIENT, ADMITTED, FUNDS } from "./records.js";
import { found } from "../situations.js";

/** Lines passed, lists that disagree, certificates and sources out of date. */
export const statusCases: readonly Case[] = [
  [
    "minimum living with an income above the standard",
    ["INCOME_ABOVE_LINE"],
    { ...RECIPIENT, declared: { wageIncome: "10000.02" } },
  ],
  [
    "expenditure-type relief with too little spent",
    ["INCOME_ABOVE_LINE"],
    owns(
      {
        medicalInsurance: found(
          insured({ spending: { outOfPocket: "9000.00" }, assistedEnrolment: false }),
        ),
      },
      {
        relief: [{ programme: "EXPENDITURE_POVERTY" }],
        declared: { wageIncome: "20000.00" },
      },
    ),
  ],
  [
    "still drawing after the year of gradual exit",
    ["GRADUAL_EXIT_OVER"],
    { relief: [{ gradualExitUntil: "2026-10-30" }], declared: { wageIncome: "12000.00" } },
  ],
  [
    "a low-income farmer without relief",
    ["LOW_INCOME_FARMER_WITHOUT_RELIEF"],
    owns({ agriculture: found(land()) }),
  ],
  [
    "relief, and no low-income farmer",
    ["RELIEF_WITHOUT_LOW_INCOME_FARMER"],
    owns({ agriculture: found(land({ lowIncomeFarmer: false })) }, RECIPIENT),
  ],
  [
    "an expired certificate with a subsidy",
    ["CERTIFICATE_NOT_VALID"],
    owns(
      { disability: found(disabled({ validUntil: "2026-10-30", nursingSubsidy: "250.00" })) },
      RECIPIENT,
    ),
  ],
  [
    "a frozen certificate with a subsidy",
    ["CERTIFICATE_NOT_VALID"],
    owns(
      { disability: found(disabled({ certificateStatus: "FROZEN", livingSubsidy: "330.00" })) },
      RECIPIENT,
    ),
  ],
  [
    "a nursing subsidy for a physical disability in grade 3",
    ["NURSING_SUBSIDY_DOES_NOT_FIT"],
    owns({ disability: found(disabled({ grade: "GRADE_3", nursingSubsidy: "250.00" })) }),
  ],
  [
    "a living subsidy without a programme",
    ["LIVING_SUBSIDY_DOES_NOT_FIT"],
    owns({ disability: found(disabled({ livingSubsidy: "330.00" })) }),
  ],
  [
    "a single-household admission of a physically disabled in grade 3",
    ["ADMISSION_WITHOUT_GROUND"],
    owns({ disability: found(disabled({ grade: "GRADE_3" })) }, ADMITTED),
  ],
  [
    "enrolment paid for without a programme",
    ["ASSISTED_ENROLMENT_WITHOUT_PROGRAMME"],
    owns({ medicalInsurance: found(insured()) }),
  ],
  [
    "a recipient who pays the insurance",
    ["PROGRAMME_WITHOUT_ASSISTED_ENROLMENT"],
    owns({ medicalInsurance: found(insured({ assistedEnrolment: false })) }, RECIPIENT),
  ],
  [
    "financial assets as of a year ago",
    ["SOURCE_STALE"],
    owns({ financialAssets: found({ ...FUNDS, asOf: "2025-10-01" }) }),
  ],
];
