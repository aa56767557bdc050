import type { LoadReport } from "../../intake/load/load-report.js";

/** What came of a load, for the operator. */
export function summary(report: LoadReport, department: string): string {
  const { title, kind, asOf, encoding, corrections, unknownHeaders } = report;
  const corrected = Object.entries(corrections).map(([correction, n]) => `${correction} ${n}`);
  const lines = [
    `${department} ${title}（${kind}）  数据截止 as of ${asOf}  ${encoding}`,
    `读取 read ${report.rowsRead}，导入 loaded ${report.rowsLoaded}，拒绝 refused ${report.rowsRefused}`,
    `新增 added ${report.added}，变更 changed ${report.changed}，移除 removed ${report.removed}，` +
      `未变 unchanged ${report.unchanged}，保留 kept ${report.kept}`,
    ...(corrected.length > 0 ? [`更正 put right: ${corrected.join(", ")}`] : []),
    ...(unknownHeaders.length > 0 ? [`未导入的列 not loaded: ${unknownHeaders.join("、")}`] : []),
    outcome(report),
  ];
  return `${lines.join("\n")}\n`;
}

function outcome({ sameFile, dryRun, load }: LoadReport): string {
  if (sameFile)
    return "该文件即现有快照，未作更改 / this file is the snapshot that stands; nothing was changed";
  if (dryRun) return "试运行，未作更改 / a dry run; nothing was changed";
  return `已生效，第 ${load} 次导入 / in effect as load ${load}`;
}
