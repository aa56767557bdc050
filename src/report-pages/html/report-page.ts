import type { ReportDocument } from "../document/document.js";
import { reportDocument } from "../document/report-document.js";
import { wording, type Language, type Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import { noticeMarkup, sectionMarkup } from "./blocks.js";
import { languageLink } from "./language-link.js";
import { markup, type Markup } from "./markup.js";
import { makePage, type Page } from "./page.js";
import { printStyle } from "./print-style.js";
import { STYLE } from "./style.js";
import { textMarkup } from "./text.js";

/** How a report's page is asked for. */
export interface ReportPageOptions {
  readonly language: Language;
  /** Where the same report is to be had as PDF; null where it is not. */
  readonly pdfAddress: string | null;
}

/** The page of a stored report: for the screen, for paper, and without any script. */
export function reportPage(view: ReportView, { language, pdfAddress }: ReportPageOptions): Page {
  const document = reportDocument(view, language);
  const words = wording(language);
  return makePage({
    language,
    title: `${document.title} ${view.report.number}`,
    styles: [STYLE, printStyle(document)],
    sendsForm: false,
    content: [
      markup`<a class="skip" href="#report">${words.say("跳到正文", "Skip to the report")}</a>\n`,
      barMarkup(words, pdfAddress),
      mainMarkup(document, words),
      footerMarkup(view, document, words),
    ],
  });
}

function barMarkup(words: Wording, pdfAddress: string | null): Markup {
  const file = words.say("下载 PDF", "Download as PDF");
  return markup`<nav class="bar" aria-label="${words.say("语言和文件", "Language and file")}">
${pdfAddress && markup`<a href="${pdfAddress}" type="application/pdf">${file}</a>\n`}${languageLink(words)}</nav>
`;
}

function mainMarkup(document: ReportDocument, words: Wording): Markup {
  const { language, title, issuer, number, code, notices, sections } = document;
  const contents = sections.map(
    ({ id, heading }) => markup`<li><a href="#${id}">${heading}</a></li>\n`,
  );
  return markup`<main id="report">
<div class="head">
${issuer && markup`<p>${textMarkup(issuer, language)}</p>\n`}<h1>${title}</h1>
<p class="codes"><span>${number}</span> <span>${code}</span></p>
</div>
${notices.map((notice) => noticeMarkup(notice, language))}<nav class="contents" aria-label="${words.say("目录", "Contents")}"><ol>
${contents}</ol></nav>
${sections.map((section) => sectionMarkup(section, language))}</main>
`;
}

function footerMarkup(
  { checkAddress }: ReportView,
  { number, code }: ReportDocument,
  words: Wording,
): Markup {
  return markup`<footer>
<p>${number} · ${code}</p>
<p>${words.say("核验地址", "Where to check")} <a href="${checkAddress}">${checkAddress}</a></p>
</footer>
`;
}
