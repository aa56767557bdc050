import type { ReportView } from "../../src/report-pages/report-view.js";
import { loadParameters } from "../../src/verification/parameters/load-parameters.js";
import { buildReport, type Report } from "../../src/verification/report/report.js";
import { business, insured, land, vehicle } from "../verification/cases/records.js";
import {
  DATE,
  failed,
  found,
  PARAMETERS,
  situation,
  type Facts,
} from "../verification/situations.js";

/** A number as reports carry it. */
export const NUMBER = "HD-330726-20261031-000042";

/** A code as it is printed. */
export const CODE = "7K3M-9XWA-2CHE-4FJN-6PRT";

/** The report of a situation. */
export const report = (facts: Facts = {}): Report =>
  buildReport({ number: NUMBER, situation: situation(facts), parameters: PARAMETERS, date: DATE });

const PARAMETER_ENTRIES = loadParameters();

/** The report of a situation with all that stands beside it on its page. */
export const view = (facts: Facts = {}, more: Partial<ReportView> = {}): ReportView => ({
  report: report(facts),
  code: CODE,
  issuedOn: DATE,
  superseded: false,
  issuer: { zh: "某某县核对机构", en: "verification centre" },
  dutyTitle: "社会救助家庭经济状况核对",
  dispositions: [],
  parameterEntries: PARAMETER_ENTRIES,
  checkAddress: "https://hub.example.test/reports/check",
  ...more,
});

/** A family with something of everything: findings of each severity, a source down, a consent missing. */
export const EVENTFUL: Facts = {
  members: [
    {
      answers: {
        vehicles: found(vehicle({ plateNumber: "浙G12345" })),
        agriculture: found(land({ transferRent: "1800.00" })),
        medicalInsurance: found(insured()),
      },
    },
    { answers: { businesses: found(business()), incomeTax: failed("SOURCE_UNAVAILABLE") } },
    { answers: { financialAssets: failed("CONSENT_REQUIRED") } },
  ],
  obligors: [{ unseen: "OUT_OF_JURISDICTION" }, {}],
  relief: [{}],
  declared: { wageIncome: "36000.00", financialAssets: "2000.00", propertyIncome: "500.50" },
  application: {
    programme: "MINIMUM_LIVING",
    exclusions: [{ kind: "PREFERENTIAL_TREATMENT", amount: "1200.00" }],
    persons: [
      {
        idNumber: situation().household.members[0]?.identity.records[0]?.idNumber ?? "",
        name: "张建国",
        role: "MEMBER",
        consent: "SQ-2026-0001",
      },
    ],
  },
};

/** The same family, one finding looked at, one objected to. */
export const eventful = (more: Partial<ReportView> = {}): ReportView =>
  view(EVENTFUL, {
    dispositions: [
      {
        finding: 1,
        state: { zh: "已提出异议", en: "objection raised" },
        settled: false,
        reason: "车辆已于 2025 年报废，附回收证明",
        by: "张建国",
        at: "2026-11-02T01:30:00Z",
      },
      {
        finding: 1,
        state: { zh: "核实：不影响资格", en: "looked at: eligibility not concerned" },
        settled: true,
        reason: "回收证明属实",
        by: "李经办",
        at: "2026-11-05T10:00:00+08:00",
      },
    ],
    ...more,
  });
