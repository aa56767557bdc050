import type { Decoy } from "./case.js";
import {
  vehicle,
  estate,
  business,
  land,
  insured,
  disabled,
  social,
  registered,
  marriage,
  countedIn,
  owns,
  RECIPIENT,
  ADMITTED,
  FUNDS,
} from "./records.js";
import { failed, found, NO_RECORD, NUMBERS } from "../situations.js";

/** What looks wrong at first sight and is in order. */
export const decoys: readonly Decoy[] = [
  ["a scrapped car", owns({ vehicles: found(vehicle({ status: "SCRAPPED" })) })],
  ["a car that was sold", owns({ vehicles: found(vehicle({ status: "TRANSFERRED" })) })],
  ["a mobility vehicle", owns({ vehicles: found(vehicle({ kind: "DISABLED_MOBILITY" })) })],
  [
    "a car of a family that claims nothing",
    owns({ vehicles: found(vehicle()) }, { declared: null }),
  ],
  [
    "one dwelling that a couple shares",
    { members: [1, 2].map(() => ({ answers: { realEstate: found(estate()) } })) },
  ],
  [
    "two small dwellings of a large family, declared",
    {
      members: [
        { answers: { realEstate: found(estate(), estate({ certificateNumber: "2" })) } },
        {},
        {},
        {},
      ],
      declared: { dwellingCount: 2 },
    },
  ],
  ["a garage", owns({ realEstate: found(estate({ usage: "GARAGE" })) })],
  ["a deregistered company", owns({ businesses: found(business({ status: "DEREGISTERED" })) })],
  [
    "a pension 30 yuan a month above the declared",
    owns(
      { socialInsurance: found(social({ monthlyPension: "330.00" })) },
      { declared: { transferIncome: "3600.00" } },
    ),
  ],
  [
    "deposits on the line",
    owns(
      { financialAssets: found({ ...FUNDS, deposits: "30000.00" }) },
      { declared: { financialAssets: "30000.00" } },
    ),
  ],
  [
    "a retired employee's insurance",
    owns({
      medicalInsurance: found(insured({ insuranceType: "EMPLOYEE", assistedEnrolment: false })),
    }),
  ],
  [
    "a disabled person in assisted employment",
    owns({
      disability: found(disabled({ assistedEmployment: true })),
      socialInsurance: found(social({ employed: true })),
    }),
  ],
  [
    "above the line in the year of gradual exit, on its last day",
    { relief: [{ gradualExitUntil: "2026-10-31" }], declared: { wageIncome: "12000.00" } },
  ],
  ["an income on the standard", { ...RECIPIENT, declared: { wageIncome: "10000.00" } }],
  [
    "expenditure-type relief whose spending did not come",
    owns(
      { medicalInsurance: failed("CONSENT_REQUIRED") },
      { relief: [{ programme: "EXPENDITURE_POVERTY" }], declared: { wageIncome: "20000.00" } },
    ),
  ],
  ["relief that ended", { relief: [{ endMonth: "2026-09" }, { programme: "EXTREME_POVERTY" }] }],
  [
    "temporary relief beside minimum living",
    { relief: [{}, { programme: "TEMPORARY", startMonth: "2026-10", endMonth: "2026-10" }] },
  ],
  ["a death of last week", { members: [{ deathDate: "2026-10-24" }] }],
  [
    "a spouse who died",
    { members: [{ answers: { marriage: marriage({ deathDate: "2020-01-01" }) } }] },
  ],
  [
    "a divorce",
    {
      members: [
        {
          maritalStatus: "DIVORCED",
          answers: { marriage: found({ registeredOn: "2019-01-01", spouse: null }) },
        },
      ],
    },
  ],
  [
    "a couple married to one another",
    {
      members: [
        { answers: { marriage: marriage({ idNumber: NUMBERS[1] ?? "" }) } },
        { answers: { marriage: marriage({ idNumber: NUMBERS[0] ?? "" }) } },
      ],
    },
  ],
  ["a member counted here alone", { members: [countedIn("H330726000001")] }],
  [
    "a son who moved to another house, or long ago",
    {
      members: [{ answers: { householdRegistration: found(registered()) } }],
      obligors: [
        { registration: { address: "浦江县浦阳街道杨田村120号", movedInOn: "2026-07-07" } },
        { registration: { address: registered().address, movedInOn: "2019-07-07" } },
      ],
    },
  ],
  [
    "a variant character in a name",
    {
      members: [{ name: "黄国峰" }],
      application: { persons: [{ idNumber: NUMBERS[0] ?? "", name: "黃國 峯", role: "MEMBER" }] },
    },
  ],
  ["a low-income farmer with relief", owns({ agriculture: found(land()) }, RECIPIENT)],
  ["relief in town, where agriculture has no record", owns({ agriculture: NO_RECORD }, RECIPIENT)],
  [
    "relief, one member's farm record missing",
    {
      ...RECIPIENT,
      members: [
        { answers: { agriculture: found(land({ lowIncomeFarmer: false })) } },
        { answers: { agriculture: failed("SOURCE_UNAVAILABLE") } },
      ],
    },
  ],
  [
    "an expired certificate on which nothing rests",
    owns({ disability: found(disabled({ certificateStatus: "EXPIRED" })) }, RECIPIENT),
  ],
  [
    "a nursing subsidy for a mental disability in grade 3",
    owns({
      disability: found(
        disabled({ category: "MENTAL", grade: "GRADE_3", nursingSubsidy: "125.00" }),
      ),
    }),
  ],
  [
    "a seriously ill member of a household of its own",
    owns({ medicalInsurance: found(insured({ seriousIllness: true })) }, ADMITTED),
  ],
  [
    "an admission whose ground no source would tell",
    owns({ disability: failed("CONSENT_REQUIRED") }, ADMITTED),
  ],
  [
    "a recipient of this month whose insurance is not paid for yet",
    owns(
      { medicalInsurance: found(insured({ assistedEnrolment: false })) },
      { relief: [{ startMonth: "2026-10" }] },
    ),
  ],
  [
    "sources that did not answer",
    {
      ...RECIPIENT,
      members: [{ unseen: "SOURCE_UNAVAILABLE" }],
      obligors: [{ unseen: "OUT_OF_JURISDICTION" }],
    },
  ],
];
