import { codeTable, type CodeOf } from "../../codes/code-table.js";

/** How far a data issue is; the codes are this project's. */
export const DataIssueState = codeTable("DataIssueState", "校核状态", "How far a data issue is", {
  OPEN: { code: "1", zh: "待责任部门答复", en: "the owner is to answer" },
  CORRECTED: { code: "2", zh: "已更正", en: "the owner corrected the record" },
  CONFIRMED: { code: "3", zh: "核实无误", en: "the owner stands by the value" },
  WITHDRAWN: { code: "4", zh: "已撤回", en: "the reporter withdrew it" },
});
export type DataIssueState = CodeOf<typeof DataIssueState>;

/** What the owner of a record may answer. */
export const DataIssueOutcome = codeTable(
  "DataIssueOutcome",
  "校核答复",
  "What the owner of a record answers to a data issue",
  {
    CORRECTED: { code: "2", zh: "已更正", en: "the record is corrected" },
    CONFIRMED: { code: "3", zh: "核实无误", en: "the value stands" },
  },
);
export type DataIssueOutcome = CodeOf<typeof DataIssueOutcome>;

/** What happened to a data issue. */
export const DataIssueEventKind = codeTable(
  "DataIssueEventKind",
  "校核事项",
  "What happened to a data issue",
  {
    REPORTED: { code: "1", zh: "提出校核", en: "reported" },
    CORRECTED: { code: "2", zh: "答复：已更正", en: "answered: corrected" },
    CONFIRMED: { code: "3", zh: "答复：核实无误", en: "answered: the value stands" },
    WITHDRAWN: { code: "4", zh: "撤回校核", en: "withdrawn" },
  },
);
export type DataIssueEventKind = CodeOf<typeof DataIssueEventKind>;

/** As what a department has to do with a data issue. */
export const DataIssueStanding = codeTable(
  "DataIssueStanding",
  "在校核中的身份",
  "As what a department has to do with a data issue",
  {
    REPORTER: { code: "1", zh: "提出方", en: "it reported the issue" },
    OWNER: { code: "2", zh: "责任部门", en: "it is to answer" },
  },
);
export type DataIssueStanding = CodeOf<typeof DataIssueStanding>;
