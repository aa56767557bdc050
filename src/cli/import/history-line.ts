import type { Snapshot } from "../../intake/load/snapshots.js";

/** One load in a line. */
export function historyLine(snapshot: Snapshot): string {
  const { id, kind, asOf, source, fileName, finishedAt, loadedBy } = snapshot;
  const { added, changed, removed, unchanged, rowsRefused } = snapshot;
  const when = `${finishedAt.slice(0, 16)} ${loadedBy ?? ""}`.trim();
  const what = `+${added} ~${changed} -${removed} =${unchanged} ×${rowsRefused}`;
  return `#${id}  ${asOf}  ${kind}  ${what}  ${source}  ${fileName}  ${when}\n`;
}
