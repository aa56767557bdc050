import type { FindingCode } from "../verification/finding-code.js";
import type { PersonPlace } from "../verification/reading/found.js";
import type { Report } from "../verification/report/report.js";
import { FindingState, ObjectionState } from "../codes/verification-codes.js";
import type { ReportDisposition } from "./report-view.js";

/** A verification as the page of its report asks for it. */
export interface ReportAnswer {
  readonly report: Report;
  readonly issued: { readonly issuedOn: string; readonly code: string };
  readonly findings: readonly {
    readonly id: string;
    readonly code: FindingCode;
    readonly person: string | null;
    readonly state: FindingState;
    readonly reason: string | null;
    readonly disposedBy: string | null;
    readonly disposedAt: string | null;
  }[];
  readonly objections: readonly {
    readonly findingId: string;
    readonly state: ObjectionState;
    readonly statement: string;
    readonly raisedAt: string;
    readonly resolution: string | null;
    readonly resolvedAt: string | null;
  }[];
}

/** What was done about the findings of a report, and said against them, in the order of its time. */
export function dispositionsOf({ findings, objections }: ReportAnswer): ReportDisposition[] {
  const shown = findings.filter(({ state }) => state !== "SETTLED");
  const disposed = shown.flatMap((row): ReportDisposition[] =>
    row.disposedAt === null
      ? []
      : [
          {
            finding: { code: row.code, person: placeFrom(row.person) },
            state: stateText(FindingState.entries[row.state]),
            settled: row.state !== "OPEN",
            reason: row.reason ?? "",
            by: row.disposedBy ?? "",
            at: row.disposedAt,
          },
        ],
  );
  const objected = objections.flatMap((objection): ReportDisposition[] => {
    const row = shown.find(({ id }) => id === objection.findingId);
    if (!row) return [];
    return [
      {
        finding: { code: row.code, person: placeFrom(row.person) },
        state: stateText(ObjectionState.entries[objection.state]),
        settled: objection.state !== "OPEN",
        reason: objection.resolution ?? objection.statement,
        by: "",
        at: objection.resolvedAt ?? objection.raisedAt,
      },
    ];
  });
  return [...disposed, ...objected].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function stateText({ zh, en }: { readonly zh: string; readonly en: string }) {
  return { zh, en };
}

/** MEMBER 2, as a place. */
function placeFrom(person: string | null): PersonPlace | null {
  if (person === null) return null;
  const [role, place] = person.split(" ");
  return { role: role as PersonPlace["role"], place: Number(place) };
}
