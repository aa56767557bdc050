import type { Case } from "./case.js";
import {
  vehicle,
  estate,
  business,
  land,
  insured,
  social,
  owns,
  RECIPIENT,
  FUNDS,
} from "./records.js";
import { found } from "../situations.js";

/** What the members own and earn, against the declaration and the lines. */
export const meansCases: readonly Case[] = [
  ["a car", ["VEHICLE_UNDECLARED"], owns({ vehicles: found(vehicle()) })],
  [
    "a laid-up car",
    ["VEHICLE_UNDECLARED"],
    owns({ vehicles: found(vehicle({ status: "SUSPENDED" })) }),
  ],
  [
    "a car that was declared",
    ["VEHICLE_OWNED"],
    owns({ vehicles: found(vehicle()) }, { declared: { vehicleCount: 1 } }),
  ],
  [
    "two dwellings, one declared",
    ["DWELLING_UNDECLARED"],
    owns({ realEstate: found(estate(), estate({ certificateNumber: "2" })) }),
  ],
  [
    "two dwellings, both declared, large for one person",
    ["DWELLINGS_ABOVE_LIMIT"],
    owns(
      { realEstate: found(estate(), estate({ certificateNumber: "2" })) },
      { declared: { dwellingCount: 2 } },
    ),
  ],
  [
    "a shop",
    ["NON_RESIDENTIAL_PROPERTY"],
    owns({ realEstate: found(estate({ usage: "SHOP", floorArea: "38.5" })) }),
  ],
  ["a share in a company", ["RUNNING_BUSINESS"], owns({ businesses: found(business()) })],
  [
    "two roles in one company",
    ["RUNNING_BUSINESS"],
    owns({ businesses: found(business(), business({ role: "LEGAL_REPRESENTATIVE" })) }),
  ],
  [
    "a family farm enterprise",
    ["RUNNING_BUSINESS"],
    owns({ agriculture: found(land({ businessEntity: "某某家庭农场" })) }, RECIPIENT),
  ],
  [
    "no wage declared, insured as an employee",
    ["EMPLOYED_NO_WAGE_DECLARED"],
    owns({
      medicalInsurance: found(
        insured({ insuranceType: "EMPLOYEE", employer: "某厂", assistedEnrolment: false }),
      ),
    }),
  ],
  [
    "no wage declared, two members with contributions",
    ["EMPLOYED_NO_WAGE_DECLARED", "EMPLOYED_NO_WAGE_DECLARED"],
    {
      members: [1, 2].map(() => ({
        answers: { socialInsurance: found(social({ contributionBase: "5200.00" })) },
      })),
    },
  ],
  [
    "half the taxed wage declared",
    ["WAGE_INCOME_UNDERDECLARED"],
    owns(
      { incomeTax: found({ taxableIncome: "62400.00" }) },
      { declared: { wageIncome: "31200.00" } },
    ),
  ],
  [
    "a dividend beyond the tolerance",
    ["PROPERTY_INCOME_UNDERDECLARED"],
    owns(
      { agriculture: found(land({ collectiveDividend: "8000.00" })) },
      { ...RECIPIENT, declared: { propertyIncome: "7639.99" } },
    ),
  ],
  [
    "a pension not declared",
    ["TRANSFER_INCOME_UNDERDECLARED"],
    owns({ socialInsurance: found(social({ monthlyPension: "260.00" })) }),
  ],
  [
    "deposits above the line, declared",
    ["MONEY_ASSETS_ABOVE_LINE"],
    owns(
      { financialAssets: found({ ...FUNDS, deposits: "30000.01" }) },
      { declared: { financialAssets: "30000.01" } },
    ),
  ],
  [
    "deposits within the line, not declared",
    ["MONEY_ASSETS_UNDERDECLARED"],
    owns({ financialAssets: found({ ...FUNDS, securities: "1000.01" }) }),
  ],
];
