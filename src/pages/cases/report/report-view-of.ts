import { dispositionsOf } from "../../../report-pages/report-dispositions.js";
import type { ReportView } from "../../../report-pages/report-view.js";
import type { WholeVerification } from "../verification.js";

/** A verification's report as the report's own sections take it; objections stand beside it, with their forms. */
export function reportViewOf(verification: WholeVerification): ReportView {
  const { report, issued } = verification;
  return {
    report,
    code: issued.code,
    issuedOn: issued.issuedOn,
    superseded: false,
    issuer: null,
    dutyTitle: null,
    dispositions: dispositionsOf({ ...verification, objections: [] }),
    parameterEntries: [],
    checkAddress: new URL("reports/check", document.baseURI).href,
  };
}
