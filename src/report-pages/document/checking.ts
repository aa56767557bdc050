import type { Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Section } from "./document.js";

/** How long the report holds, how its code is checked, what the family may do. */
export function checkingSection(view: ReportView, words: Wording): Section {
  const { report, code, checkAddress } = view;
  return {
    id: "checking",
    heading: words.say("有效期、核验与异议", "Validity, checking, objection"),
    annex: false,
    blocks: [
      {
        kind: "fields",
        paired: false,
        fields: [
          {
            label: words.say("有效期至", "Valid until"),
            values: [{ text: report.validUntil }],
          },
          {
            label: words.say("报告编号", "Number"),
            values: [{ text: report.number }],
          },
          { label: words.say("核对码", "Verification code"), values: [{ text: code }] },
          { label: words.say("核验地址", "Where to check"), values: [{ text: checkAddress }] },
        ],
      },
      {
        kind: "paragraph",
        text: words.say(
          "持有编号和核对码的任何人都可以在核验地址查验本报告是否由本系统签发、是否有新版本、是否在有效期内；查验不显示家庭信息。核对码不包含签发之后的处置记录。",
          "Anybody who holds number and code can have checked there whether this report was issued, whether a newer version exists and whether it is still valid; nothing about the family is shown. The code does not cover dispositions made after the report was issued.",
        ),
      },
      {
        kind: "paragraph",
        text: words.say(
          "家庭对核对结果有异议的，可以提出并附证明材料；核对机构应当重新核对。",
          "A family that does not agree may object with evidence; the verification is then done again.",
        ),
      },
    ],
  };
}
