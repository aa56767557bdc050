import { buildReport, type Report } from "../../src/verification/report/report.js";
import { DATE, PARAMETERS, situation, type Facts } from "../verification/situations.js";

/** A number as reports carry it. */
export const NUMBER = "HD-330726-20261031-000042";

/** The report of a situation. */
export const report = (facts: Facts = {}): Report =>
  buildReport({ number: NUMBER, situation: situation(facts), parameters: PARAMETERS, date: DATE });
