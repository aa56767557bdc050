import { createHash } from "node:crypto";
import type { Language } from "../language.js";
import { markup, Markup, type Insert } from "./markup.js";

/** An answer to send: the body and every header that belongs to it. */
export interface Page {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a page consists of. */
export interface PageContent {
  readonly language: Language;
  readonly title: string;
  /** Style sheets, each allowed by its hash. */
  readonly styles: readonly string[];
  /** Whether a form of the page may be sent to the hub. */
  readonly sendsForm: boolean;
  readonly content: Insert;
}

/** A page that loads nothing, runs nothing and is kept nowhere. */
export function makePage({ language, title, styles, sendsForm, content }: PageContent): Page {
  const { text } = markup`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
${styles.map((style) => markup`<style>${new Markup(style)}</style>\n`)}</head>
<body>
${content}</body>
</html>
`;
  return {
    body: text,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy(styles, sendsForm),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  };
}

/** Nothing but the page's own styles, by their hashes. */
function contentSecurityPolicy(styles: readonly string[], sendsForm: boolean): string {
  const hashes = styles.map(
    (style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${hashes.join(" ")}`,
    "base-uri 'none'",
    `form-action ${sendsForm ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join("; ");
}
