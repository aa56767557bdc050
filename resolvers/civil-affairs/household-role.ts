import { codeTable } from "../../src/codes/code-table.js";

/** What somebody is in a household: a co-living member, or one obliged to maintain a member; the codes are this project's. */
export const HouseholdRole = codeTable("HouseholdRole", "家庭角色", "Role in a household", {
  MEMBER: { code: "1", zh: "共同生活家庭成员", en: "co-living member" },
  OBLIGOR: { code: "2", zh: "非共同生活赡抚扶养人", en: "obligor living elsewhere" },
});
