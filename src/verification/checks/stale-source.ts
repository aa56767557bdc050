import { daysBetween } from "../../codes/calendar.js";
import { evidence, says, type Check, type Evidence } from "../finding.js";
import type { Sourced } from "../reading/found.js";
import { MEMBER_SOURCES, SOURCES, type SourceName } from "../reading/sources.js";

/** Sources whose data is older than it may be: one finding for each source, with its oldest record. */
export const staleSource: Check = ({ household }, { sourceMaximumAgeDays }, date) => {
  const oldest = new Map<SourceName, Evidence>();
  const look = (source: SourceName, person: Evidence["person"], record: Sourced<unknown>) => {
    const asOf = record.provenance?.asOf;
    if (asOf === undefined || daysBetween(asOf, date) <= sourceMaximumAgeDays[source]) return;
    const known = oldest.get(source)?.asOf;
    if (known !== undefined && known !== null && known <= asOf) return;
    const shown = evidence(source, person, record, `截止 ${asOf}`, `as of ${asOf}`);
    oldest.set(source, shown);
  };
  look("household", null, household);
  for (const record of household.assistance.records) look("assistance", null, record);
  for (const record of household.declaration.records) look("declaration", null, record);
  for (const member of household.members) {
    for (const record of member.identity.records) look("identity", member, record);
    for (const source of MEMBER_SOURCES) {
      for (const record of member.answers[source].records) look(source, member, record);
    }
  }
  return [...oldest].map(([source, shown]) => {
    const { zh, en } = SOURCES[source];
    const most = sourceMaximumAgeDays[source];
    return {
      code: "SOURCE_STALE" as const,
      severity: "LOW" as const,
      person: null,
      declared: null,
      found: says(
        `${zh}截止 ${shown.asOf ?? ""}，超过 ${most} 天`,
        `${en} as of ${shown.asOf ?? ""}, older than ${most} days`,
      ),
      evidence: [shown],
      basis: ["DATA_SHARING" as const],
      advice: {
        zh: "请来源单位更新数据后重新核对；更新前该项结果不作依据。",
        en: "Ask the source for current data and verify again; rely on nothing of it until then.",
      },
    };
  });
};
