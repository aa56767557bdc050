import type { FoundHousehold, PersonPlace, SourceAnswer, Withheld } from "../reading/found.js";
import type { SourceOutcome } from "../reading/source-outcome.js";
import { placeOf } from "../situation.js";
import { MEMBER_SOURCES, type MemberSource, type SourceName } from "../reading/sources.js";

/** What one source answered about one person, or about the household. */
export interface ReportSource {
  readonly source: SourceName;
  /** Null where it is about the household. */
  readonly person: PersonPlace | null;
  readonly outcome: SourceOutcome;
  /** The error code; null where the source answered. */
  readonly reason: string | null;
  readonly originalSource: string | null;
  /** Day of which the oldest record speaks; null without a record. */
  readonly asOf: string | null;
  readonly inDispute: boolean;
  /** Parts of the record that did not come. */
  readonly withheld: readonly Withheld[];
}

/** Every source that was asked, household first, then person by person. */
export function reportSources(household: FoundHousehold): readonly ReportSource[] {
  const { withheld, assistance, declaration, members, obligors } = household;
  const own: SourceAnswer<object> = {
    outcome: "FOUND",
    reason: null,
    records: [household],
    withheld,
  };
  return [
    reportSource("household", null, own),
    reportSource("assistance", null, assistance),
    reportSource("declaration", null, declaration),
    ...members.flatMap((member) => [
      reportSource("identity", placeOf(member), member.identity),
      ...MEMBER_SOURCES.map((source: MemberSource) =>
        reportSource(source, placeOf(member), member.answers[source]),
      ),
    ]),
    ...obligors.flatMap((obligor) => [
      reportSource("identity", placeOf(obligor), obligor.identity),
      reportSource(
        "householdRegistration",
        placeOf(obligor),
        obligor.answers.householdRegistration,
      ),
    ]),
  ];
}

function reportSource(
  source: SourceName,
  person: PersonPlace | null,
  { outcome, reason, records, withheld }: SourceAnswer<object>,
): ReportSource {
  const origins = records.flatMap(({ provenance }) => provenance ?? []);
  const [oldest] = origins.map(({ asOf }) => asOf).sort();
  return {
    source,
    person,
    outcome,
    reason,
    originalSource: origins[0]?.originalSource ?? null,
    asOf: oldest ?? null,
    inDispute: origins.some(({ inDispute }) => inDispute),
    withheld,
  };
}
