import { markup } from "../report-pages/html/markup.js";
import type { PageEntry } from "../pages/pages.js";
import type { PageAssets } from "./bundle.js";

/** Nothing from elsewhere, no code but the hub's own files, no form that a browser sends by itself. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The headers of every page: it loads from the hub alone, says nowhere where it is, and is kept nowhere. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/**
 * The document that a page's code fills. Its addresses are relative, since the hub may be below a path.
 * @param isDeveloper whether the page may ask for a developer's token
 */
export function pageShell(
  { title }: PageEntry,
  { script, style }: PageAssets,
  isDeveloper: boolean,
): string {
  return markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<meta name="hub-mode" content="${isDeveloper ? "developer" : "department"}">
<title>${title.zh}</title>
<link rel="icon" href="data:,">
${style === undefined ? "" : markup`<link rel="stylesheet" href="assets/${style}">\n`}</head>
<body>
<noscript>此页面需要 JavaScript。<span lang="en">This page needs JavaScript.</span></noscript>
<div id="page"></div>
<script type="module" src="assets/${script}"></script>
</body>
</html>
`.text;
}
