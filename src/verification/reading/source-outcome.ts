import { codeTable, type CodeOf } from "../../codes/code-table.js";

/** What came of asking a source about a person or a household; the codes are this project's. */
export const SourceOutcome = codeTable(
  "SourceOutcome",
  "来源查询结果",
  "What came of asking a source",
  {
    FOUND: { code: "1", zh: "查得记录", en: "found" },
    NO_RECORD: { code: "2", zh: "无记录", en: "no record" },
    NOT_AUTHORISED: { code: "3", zh: "未获授权", en: "not authorised" },
    UNAVAILABLE: { code: "4", zh: "来源未答复", en: "the source did not answer" },
  },
);
export type SourceOutcome = CodeOf<typeof SourceOutcome>;

/** Error codes (CONTRACT, "Error codes") that say that the caller may not have the value. */
const NOT_AUTHORISED: ReadonlySet<string> = new Set([
  "FIELD_NOT_AUTHORIZED",
  "CONSENT_REQUIRED",
  "OUT_OF_JURISDICTION",
]);

/** The outcome that an error code stands for: what is not a refusal counts as a source that did not answer. */
export function outcomeOfError(code: string): "NOT_AUTHORISED" | "UNAVAILABLE" {
  return NOT_AUTHORISED.has(code) ? "NOT_AUTHORISED" : "UNAVAILABLE";
}
