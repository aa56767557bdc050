import type { Case } from "./case.js";
import { insured, social, registered, marriage, countedIn, owns, RECIPIENT } from "./records.js";
import { failed, found, NUMBERS } from "../situations.js";

/** Who a person is, alive or dead, and who belongs to the household. */
export const personCases: readonly Case[] = [
  ["a wrong check digit", ["ID_NUMBER_INVALID"], { members: [{ idNumber: "330726198001010010" }] }],
  ["another sex", ["RECORD_DOES_NOT_FIT_ID_NUMBER"], { members: [{ sex: "FEMALE" }] }],
  [
    "another birth date",
    ["RECORD_DOES_NOT_FIT_ID_NUMBER"],
    { members: [{ birthDate: "1983-01-01" }] },
  ],
  [
    "another name on the application",
    ["NAME_DIFFERS"],
    { application: { persons: [{ idNumber: NUMBERS[0] ?? "", name: "王小明", role: "MEMBER" }] } },
  ],
  [
    "dead, cremated, deregistered, with a pension",
    ["DEAD_STILL_COUNTED"],
    {
      ...RECIPIENT,
      members: [
        {
          deathDate: "2026-03-01",
          cremationDate: "2026-03-04",
          answers: {
            householdRegistration: found(registered({ deregisteredOn: "2026-03-20" })),
            socialInsurance: found(social({ monthlyPension: "0.00" })),
          },
        },
      ],
    },
  ],
  [
    "marked dead, and no register that could contradict answers",
    ["DEAD_STILL_COUNTED"],
    {
      members: [
        {
          deathDate: "2026-03-01",
          answers: {
            householdRegistration: failed("SOURCE_UNAVAILABLE"),
            medicalInsurance: found(insured({ assistedEnrolment: false })),
          },
        },
      ],
    },
  ],
  [
    "deregistered, no death on record",
    ["DEREGISTERED_STILL_COUNTED"],
    owns({ householdRegistration: found(registered({ deregisteredOn: "2026-07-01" })) }),
  ],
  [
    "marked dead, registered and insured",
    ["ALIVE_MARKED_DEAD"],
    {
      members: [
        {
          deathDate: "2026-05-01",
          answers: {
            householdRegistration: found(registered()),
            medicalInsurance: found(insured({ assistedEnrolment: false })),
          },
        },
      ],
    },
  ],
  [
    "a member counted in another household",
    ["COUNTED_IN_ANOTHER_HOUSEHOLD"],
    { members: [countedIn("H330726000001", "H330726000002")] },
  ],
  [
    "a member counted outside the jurisdiction",
    ["COUNTED_IN_ANOTHER_HOUSEHOLD"],
    {
      members: [
        {
          countedIn: {
            ...found({ id: "H330726000001" }),
            withheld: [
              { field: "1", outcome: "NOT_AUTHORISED" as const, reason: "OUT_OF_JURISDICTION" },
            ],
          },
        },
      ],
    },
  ],
  [
    "minimum living and extreme poverty",
    ["EXCLUDING_PROGRAMMES"],
    { relief: [{}, { programme: "EXTREME_POVERTY" }] },
  ],
  [
    "declared single, a spouse on record",
    ["DECLARED_SINGLE_SPOUSE_EXISTS"],
    { members: [{ maritalStatus: "NEVER_MARRIED", answers: { marriage: marriage() } }] },
  ],
  [
    "married, the spouse no member",
    ["SPOUSE_LEFT_OUT"],
    {
      members: [
        {
          answers: {
            householdRegistration: found(registered()),
            marriage: marriage({ householdRegistration: { address: registered().address } }),
          },
        },
      ],
    },
  ],
  [
    "married, the spouse outside the jurisdiction",
    ["SPOUSE_LEFT_OUT"],
    {
      members: [
        {
          answers: {
            marriage: {
              ...found({ registeredOn: "2008-05-01", spouse: null }),
              withheld: [
                { field: "spouse", outcome: "NOT_AUTHORISED", reason: "OUT_OF_JURISDICTION" },
              ],
            },
          },
        },
      ],
    },
  ],
  [
    "an application that leaves a member out",
    ["MEMBERS_DIFFER"],
    {
      members: [{}, {}],
      application: { persons: [{ idNumber: NUMBERS[0] ?? "", name: "张建国", role: "MEMBER" }] },
    },
  ],
  [
    "a son who split off 25 days before, in the same house",
    ["RECENT_SPLIT"],
    {
      members: [{ answers: { householdRegistration: found(registered()) } }],
      obligors: [
        { registration: { address: "浦江县浦阳街道杨田村12号附1", movedInOn: "2026-07-07" } },
      ],
    },
  ],
];
