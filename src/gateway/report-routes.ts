import type { ServerResponse } from "node:http";
import type { Answer } from "../casework/ask.js";
import type { Casework } from "../casework/casework.js";
import { checkReportCode } from "../casework/report-codes.js";
import { verifyingDepartment } from "../casework/read-households.js";
import { todayInShanghai } from "../codes/calendar.js";
import { findDuty } from "../policy/register/register.js";
import { checkPage } from "../report-pages/html/check-page.js";
import { reportPage } from "../report-pages/html/report-page.js";
import { languageOf } from "../report-pages/language.js";
import type { ReportView } from "../report-pages/report-view.js";
import type { ParameterEntry } from "../verification/parameters/parameter-entry.js";
import type { RecordedRequest } from "../telemetry/request-account.js";
import type { Arrival } from "./arrival.js";
import type { CallerRoute, Route } from "./http-server.js";
import type { RequestRate } from "./request-rate.js";
import { dispositionsOf, type ReportAnswer } from "../report-pages/report-dispositions.js";

/** Path under which reports are, and beside them the page where codes are checked. */
const REPORTS = "/reports/";
const CHECK = "/reports/check";

/** What reports are shown with. */
export interface ReportRoutesOptions {
  readonly casework: Casework;
  /** Where a value in a report comes from. */
  readonly parameterEntries: readonly ParameterEntry[];
  /** Counts how often each address checks a code, since anybody may. */
  readonly checks: RequestRate;
}

const REPORT = `query ReportPage($id: ID!) {
  verification(id: $id) {
    report
    issued { issuedOn code }
    findings { id code person state reason disposedBy disposedAt }
    objections { findingId state statement raisedAt resolution resolvedAt }
  }
}`;

/** `/reports/check`: anybody who holds a number and a code learns whether they belong together. */
export function checkRoutes({ casework, checks }: ReportRoutesOptions): Record<string, Route> {
  return {
    [CHECK]: async (_request, response, { search, address }) => {
      await checks.count(address);
      const query = new URLSearchParams(search);
      const [number, code] = [query.get("number") ?? "", query.get("code") ?? ""];
      const { database, sealing, now } = casework;
      const today = todayInShanghai(now());
      const answer =
        number && code ? await checkReportCode(database, sealing, number, code, today) : null;
      send(response, 200, checkPage({ language: languageOf(search), number, code, answer }));
    },
  };
}

/**
 * `/reports/<id>` and `/reports/<id>.pdf`: a report as a page and as a file, for a caller who may read
 * it by GraphQL, and asked by GraphQL as that caller.
 */
export function reportRoutes(options: ReportRoutesOptions): Record<string, CallerRoute> {
  return {
    [REPORTS]: async (caller, arrival, response, account) => {
      const [id = "", file] = arrival.path.slice(REPORTS.length).split(/\.(?=pdf$)/);
      const answer = await options.casework.ask(caller, REPORT, { id });
      account.record(recordOf(answer));
      const found = answer.data?.["verification"] as ReportAnswer | null | undefined;
      if (!found) {
        refuse(response, answer);
        return;
      }
      const view = viewOf(found, arrival, options);
      const language = languageOf(arrival.search);
      if (file === undefined) {
        const pdfAddress = `${REPORTS}${id}.pdf${arrival.search}`;
        send(response, 200, reportPage(view, { language, pdfAddress }));
        return;
      }
      const { reportPdf } = await import("../report-pages/pdf/report-pdf.js");
      response
        .writeHead(200, {
          "content-type": "application/pdf",
          "content-disposition": `inline; filename="${view.report.number}.pdf"`,
          "cache-control": "no-store",
          "x-content-type-options": "nosniff",
        })
        .end(await reportPdf(view, language));
    },
  };
}

/** What is on record of an answer. */
function recordOf({ errors = [], extensions }: Answer): RecordedRequest {
  const { audit } = extensions?.["hub"] as { readonly audit: string };
  const codes = errors.map((error) => String(error.extensions?.["code"] ?? "INTERNAL"));
  return { audit, operation: null, codes };
}

function viewOf(
  answer: ReportAnswer,
  { hub }: Arrival,
  { casework, parameterEntries }: ReportRoutesOptions,
): ReportView {
  const { report, issued } = answer;
  const { register } = casework;
  const issuer = verifyingDepartment(register);
  return {
    report,
    code: issued.code,
    issuedOn: issued.issuedOn,
    superseded: false,
    issuer: { zh: issuer, en: issuer },
    dutyTitle: findDuty(register, report.duty)?.title ?? null,
    dispositions: dispositionsOf(answer),
    parameterEntries,
    checkAddress: `${hub}${CHECK}`,
  };
}

/** A caller who may not read it is told why; one that is not there is not there. */
function refuse(response: ServerResponse, { data, errors = [] }: Answer): void {
  const [error] = errors;
  if (!error) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
    return;
  }
  const code = String(error.extensions?.["code"] ?? "INTERNAL");
  const status = code === "SOURCE_UNAVAILABLE" || code === "AUDIT_UNAVAILABLE" ? 503 : 403;
  response
    .writeHead(data === undefined && code === "INTERNAL" ? 500 : status, {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
    })
    .end(`${JSON.stringify({ errors })}\n`);
}

function send(
  response: ServerResponse,
  status: number,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
): void {
  response.writeHead(status, headers).end(body);
}
