import type { Cell, Field, Notice } from "../document/document.js";
import { reportTitle } from "../document/report-document.js";
import { wording, type Language, type Wording } from "../language.js";
import type { CodeCheck } from "../verification-code/check-code.js";
import { comparableNumber } from "../verification-code/issue-code.js";
import { fieldsMarkup, noticeMarkup } from "./blocks.js";
import { languageLink } from "./language-link.js";
import { markup, type Insert, type Markup } from "./markup.js";
import { makePage, type Page } from "./page.js";
import { STYLE } from "./style.js";

/** What was typed, and what came of it. */
export interface CheckPageContent {
  readonly language: Language;
  /** As typed; empty where the form is new. */
  readonly number: string;
  readonly code: string;
  /** Null where nothing was asked yet. */
  readonly answer: CodeCheck | null;
}

/** The longest text that a field of the form takes. */
const LONGEST = 100;

/** The public page where a number and a code are checked: a form that is sent by GET, and the answer above it. */
export function checkPage(content: CheckPageContent): Page {
  const { language, number, code, answer } = content;
  const words = wording(language);
  const query = answer ? new URLSearchParams({ number, code }).toString() : "";
  const heading = words.say("核对码查验", "Checking a verification code");
  return makePage({
    language,
    title: `${heading} · ${reportTitle(language)}`,
    styles: [STYLE],
    sendsForm: true,
    content: markup`<nav class="bar" aria-label="${words.say("语言", "Language")}">
${languageLink(words, query)}</nav>
<main>
<div class="head"><p>${reportTitle(language)}</p>
<h1>${heading}</h1></div>
${answer && answerMarkup(answer, number, words)}${formMarkup(content, words)}</main>
`,
  });
}

function answerMarkup(answer: CodeCheck, number: string, words: Wording): Markup {
  const { heading, text } = verdictWords(answer, words);
  const notice: Notice = { kind: "notice", weight: "STATE", heading, texts: [text] };
  const field = (label: string, value: string): Field => ({ label, values: [{ text: value }] });
  const fields =
    answer.verdict === "NOT_VALID"
      ? []
      : [
          field(words.say("报告编号", "Number"), comparableNumber(number)),
          field(words.say("签发日期", "Issued on"), answer.issuedOn),
          field(words.say("有效期至", "Valid until"), answer.validUntil),
        ];
  return markup`<section aria-labelledby="answer">
<h2 id="answer">${words.say("查验结果", "Result")}</h2>
${noticeMarkup(notice, words.language)}${fields.length > 0 ? fieldsMarkup({ fields, paired: false }, words.language) : null}${limits(answer, words)}</section>
`;
}

/** What a good answer does not say. */
function limits({ verdict }: CodeCheck, words: Wording): Insert {
  if (verdict === "NOT_VALID") return null;
  return markup`<p>${words.say(
    "查验只说明本系统签发过这一编号的报告；不说明您手中文本的内容未被改动，也不说明家庭是否获得救助。对内容有疑问的，请向签发机构核实。",
    "The check says that a report with this number was issued. It does not say that the text you hold is unaltered, nor whether the family receives relief: in doubt ask the authority that issued it.",
  )}</p>\n`;
}

function verdictWords(
  answer: CodeCheck,
  words: Wording,
): { readonly heading: Cell; readonly text: string } {
  switch (answer.verdict) {
    case "VALID":
      return {
        heading: { mark: "DONE", text: "有效 VALID" },
        text: words.say(
          "本系统签发过这一编号和核对码的报告，是最新版本，在有效期内。",
          "A report with this number and code was issued; it is the newest version and still valid.",
        ),
      };
    case "EXPIRED":
      return {
        heading: { mark: "WARNING", text: "已过有效期 EXPIRED" },
        text: words.say(
          "本系统签发过这一编号和核对码的报告，但有效期已过。",
          "A report with this number and code was issued, but is no longer valid.",
        ),
      };
    case "SUPERSEDED":
      return {
        heading: { mark: "WARNING", text: "已有新版本 SUPERSEDED" },
        text: words.say(
          "本系统签发过这一编号和核对码的报告，但已由新版本取代。",
          "A report with this number and code was issued, but a newer version has taken its place.",
        ),
      };
    case "NOT_VALID":
      return {
        heading: { mark: "NOT_DONE", text: "无效 NOT VALID" },
        text: answer.mistyped
          ? words.say(
              "输入的不是核对码，可能有笔误：请对照报告重新输入全部 20 个字符。",
              "This is no verification code, perhaps by a slip: type all 20 characters again as they stand on the report.",
            )
          : words.say(
              "没有以这一编号和核对码签发的报告。请对照报告检查编号和核对码。",
              "No report was issued with this number and code. Compare both with the report.",
            ),
      };
  }
}

function formMarkup({ language, number, code }: CheckPageContent, words: Wording): Markup {
  return markup`<form method="get">
${language === "en" ? markup`<input type="hidden" name="lang" value="en">\n` : null}<label for="number">${words.say("报告编号", "Number of the report")}</label>
<input id="number" name="number" value="${number}" required maxlength="${LONGEST}" autocomplete="off" autocapitalize="characters" spellcheck="false">
<label for="code">${words.say("核对码", "Verification code")}</label>
<input id="code" name="code" value="${code}" required maxlength="${LONGEST}" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-help">
<p class="help" id="code-help">${words.say(
    "20 个字符，印在报告首页和每页页脚；不分大小写，连字符可以省略。",
    "20 characters, on the first sheet and at the foot of every sheet; in either case, with or without hyphens.",
  )}</p>
<button type="submit">${words.say("查验", "Check")}</button>
</form>
<p>${words.say("查验不显示任何家庭信息。", "Nothing about the family is shown.")}</p>
`;
}
