/** The look of the pages, on a screen from 360 px and on paper; contrast of text at least 7 to 1 but for signs. */
export const STYLE = `
:root {
  color-scheme: light;
  --ink: #1b1b1b;
  --soft: #4a4a4a;
  --line: #8a8a8a;
  --faint: #d5d5d5;
  --tint: #f4f4f1;
  --link: #1d4671;
  --alarm: #9b1c1c;
  --fine: #1b5e20;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: #fff;
  color: var(--ink);
  font: 16px/1.6 "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC",
    "Source Han Sans SC", "Droid Sans Fallback", system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main, .bar, body > footer { max-width: 62rem; margin: 0 auto; padding: 0 1rem; }
a { color: var(--link); }
a:focus-visible, input:focus-visible, button:focus-visible {
  outline: 3px solid var(--link);
  outline-offset: 2px;
}
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; display: inline-block; margin: .5rem 1rem; }
.bar { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; justify-content: flex-end; padding-top: .75rem; }
.bar a { padding: .25rem 0; }
.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.head { padding: .75rem 0 1rem; text-align: center; }
.head p { margin: 0; color: var(--soft); }
h1 { margin: .1rem 0 .5rem; font-size: 1.75rem; line-height: 1.3; letter-spacing: .04em; text-wrap: balance; }
:lang(en) > body h1 { letter-spacing: 0; }
.head .codes { font-variant-numeric: tabular-nums; }
.head .codes span { display: inline-block; padding: 0 .75rem; }
h2 { margin: 2.25rem 0 .75rem; padding-bottom: .3rem; border-bottom: 2px solid var(--ink); font-size: 1.25rem; line-height: 1.35; }
h3 { margin: 0; font-size: 1.05rem; line-height: 1.45; }

.notice { margin: .75rem 0; padding: .7rem 1rem; border: 1px solid var(--line); }
.notice p { margin: 0; }
.notice p + p { margin-top: .35rem; }
.state { border: 3px solid var(--fine); }
.state.alarm { border: 3px double var(--alarm); border-width: 6px; }
.state .sign { font-size: 1.35rem; font-weight: 700; line-height: 1.4; color: var(--fine); }
.state.alarm .sign { color: var(--alarm); }
.mark { width: .85em; height: .85em; margin-right: .4em; vertical-align: -.06em; flex: none; }

.contents { margin: 1rem 0 0; }
.contents ol { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
.contents a { display: inline-block; padding: .2rem 0; }

dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 8.5em 1fr; gap: 0 1rem; padding: .3rem 0; border-bottom: 1px solid var(--faint); }
dt { color: var(--soft); }
dd { margin: 0; grid-column: 2; }
.paired { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; }

.finding { margin: 1rem 0; border: 1px solid var(--line); border-left-width: 6px; }
.finding.HIGH { border-left-color: var(--alarm); }
.finding.MEDIUM { border-left: 6px double #7a4100; }
.finding header { display: flex; flex-wrap: wrap; gap: .2rem 1.5rem; justify-content: space-between; padding: .55rem .9rem; background: var(--tint); border-bottom: 1px solid var(--faint); }
.finding header p { margin: 0; font-weight: 700; }
.finding dl { padding: 0 .9rem; }
.finding dl:last-child > div:last-child { border-bottom: 0; }
dl + table { margin-top: 1.25rem; }

table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .94rem; line-height: 1.45; }
th, td { padding: .4rem .5rem; border-bottom: 1px solid var(--faint); text-align: start; vertical-align: top; }
thead th { border-bottom: 2px solid var(--line); vertical-align: bottom; }
tbody th { font-weight: 400; }
tbody th[scope="rowgroup"] { padding-top: .9rem; font-weight: 700; border-bottom: 1px solid var(--line); }
.end { text-align: end; font-variant-numeric: tabular-nums; }
.solid { white-space: nowrap; }
.annex table { font-size: .82rem; }
body > footer { padding: 2rem 1rem; color: var(--soft); font-size: .9rem; }

form { max-width: 34rem; }
label { display: block; margin: 1rem 0 .3rem; font-weight: 700; }
input { width: 100%; padding: .6rem .7rem; border: 1px solid var(--soft); border-radius: 0; background: #fff; color: inherit; font: inherit; letter-spacing: .04em; }
.help { margin: .3rem 0 0; color: var(--soft); font-size: .9rem; }
button { margin-top: 1.25rem; padding: .65rem 1.75rem; border: 0; background: var(--link); color: #fff; font: inherit; font-weight: 700; cursor: pointer; }

@media screen and (max-width: 44rem) {
  h1 { font-size: 1.4rem; letter-spacing: 0; }
  h2 { font-size: 1.15rem; }
  .paired { display: block; }
  dl > div { grid-template-columns: 5.5em 1fr; gap: 0 .5rem; }
  :lang(en) > body dl > div { grid-template-columns: 6.5em 1fr; }
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
  th, td, tbody th[scope="rowgroup"] { padding: .1rem 0; border: 0; }
  tbody th[scope="row"] { font-weight: 700; }
  tbody th[scope="rowgroup"] { padding: .6rem .5rem; background: var(--tint); }
  tr.group { padding: .75rem 0 0; border: 0; }
  td { display: grid; grid-template-columns: 6.5em 1fr; gap: 0 .75rem; text-align: start; }
  td::before { content: attr(data-label); color: var(--soft); }
  td::before { content: attr(data-label) / ""; }
  .end { text-align: start; }
  .solid { white-space: normal; }
}

@media print {
  body { font-size: 9.5pt; line-height: 1.45; }
  main, body > footer { max-width: none; padding: 0; }
  .bar, .contents, .skip { display: none; }
  .head { padding-top: 0; }
  h1 { font-size: 18pt; }
  h2 { margin: 14pt 0 5pt; font-size: 12pt; break-after: avoid; }
  h3 { font-size: 10.5pt; }
  dl > div { padding: 1.5pt 0; }
  th, td { padding: 2pt 4pt; }
  table { font-size: 9pt; }
  .annex table { font-size: 7.5pt; line-height: 1.35; }
  .annex th, .annex td { padding: 1.5pt 4pt; }
  .annex { break-before: page; }
  thead { display: table-header-group; }
  tr, .finding, .notice, dl > div { break-inside: avoid; }
  tr.group, caption { break-after: avoid; }
  .finding { margin: 7pt 0; }
  .finding header { padding: 3pt 8pt; }
  .finding dl { padding: 0 8pt; }
  body > footer { padding: 10pt 0 0; font-size: 8.5pt; }
  dl + table { margin-top: 8pt; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .state, .state .sign { print-color-adjust: exact; }
}
`;
