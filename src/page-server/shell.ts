import { markup } from "../report-pages/html/markup.js";
import type { Elsewhere, PageEntry } from "../pages/pages.js";
import type { PageAssets } from "./bundle.js";

/** Nothing from elsewhere, no code but the hub's own files, no form that a browser sends by itself. */
const HUB_ALONE: Readonly<Record<string, string>> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "connect-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
};

/**
 * The headers of a page: it loads from the hub alone, but for what its entry names in developer mode,
 * says nowhere where it is, and is kept nowhere.
 */
export function pageHeaders(
  { elsewhere }: PageEntry,
  isDeveloper: boolean,
): Readonly<Record<string, string>> {
  const sources = elsewhere && isDeveloper ? { ...HUB_ALONE, ...opened(elsewhere) } : HUB_ALONE;
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": Object.entries(sources)
      .map(([kind, allowed]) => `${kind} ${allowed}`)
      .join("; "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  };
}

/** What is embedded sets its frame's size by an attribute. */
function opened({ scripts, frames }: Elsewhere): Record<string, string> {
  return {
    "script-src": `'self' ${scripts}`,
    "frame-src": frames,
    "style-src-attr": "'unsafe-inline'",
  };
}

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
