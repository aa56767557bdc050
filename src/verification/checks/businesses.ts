import { BusinessRole } from "../../codes/code-tables.js";
import { runningBusinesses } from "../means/assets.js";
import { evidence, says, type Check, type Finding } from "../finding.js";
import type { FoundMember } from "../reading/found.js";
import { isMeansTested, placeOf, recordsOf, type MemberRecord } from "../situation.js";

/** Roles of members in running companies, shops and farm enterprises; deregistered ones do not count. */
export const businesses: Check = (situation, parameters, date) => {
  if (!isMeansTested(situation, date)) return [];
  const roles = runningBusinesses(situation, parameters).records;
  const registered = roles.filter(isFirstRole).map(({ member, record }) => {
    const held = roles.filter((other) => isSameBusiness(other, { member, record }));
    const names = held.map((other) => BusinessRole.entries[other.record.role ?? "OPERATOR"]);
    const [name, capital] = [record.name ?? "", record.registeredCapital ?? "?"];
    const zh = `${name}，${names.map((role) => role.zh).join("、")}，注册资本 ${capital} 元`;
    const en = `${name}, ${names.map((role) => role.en).join(", ")}, registered capital of ${capital} yuan`;
    const shown = evidence("businesses", member, record, zh, en);
    return running(member, shown, record.role === "OPERATOR" ? "MEDIUM" : "HIGH");
  });
  const farms = recordsOf(situation, "agriculture").flatMap(({ member, record }) => {
    if (record.businessEntity === null) return [];
    const name = record.businessEntity;
    const [zh, en] = [`新型农业经营主体 ${name}`, `agricultural enterprise ${name}`];
    return running(member, evidence("agriculture", member, record, zh, en), "MEDIUM");
  });
  return [...registered, ...farms];
};

type Role = MemberRecord<"businesses">;

function isSameBusiness(one: Role, other: Role): boolean {
  return (
    one.member === other.member &&
    one.record.unifiedSocialCreditCode === other.record.unifiedSocialCreditCode
  );
}

/** A member's several roles in one business make one finding. */
function isFirstRole(role: Role, place: number, roles: readonly Role[]): boolean {
  return roles.findIndex((other) => isSameBusiness(other, role)) === place;
}

function running(
  member: FoundMember,
  shown: Finding["evidence"][number],
  severity: Finding["severity"],
): Finding {
  return {
    code: "RUNNING_BUSINESS",
    severity,
    person: placeOf(member),
    declared: null,
    found: says(shown.text.zh, shown.text.en),
    evidence: [shown],
    basis: ["REGULATION_9"],
    advice: {
      zh: "核实是否实际出资、经营和取得收入；挂名的请其变更登记，实际经营的按净收入计入经营收入。",
      en: "Find out whether the member really invests, runs it and earns; a name lent is to be struck off, a real business counts with its net income.",
    },
  };
}
