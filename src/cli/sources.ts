import { Command } from "commander";
import { environmentConfig } from "./environment.js";
import { tableOf } from "./terminal/table.js";
import { dataOf, withHub } from "./with-hub.js";

const SOURCES = `{ sources { department kind title available records counted asOf fetchedAt ageDays
  maximumAgeDays stale openIssues lastLoad { finishedAt asOf source fileName rows } } }`;

/** A source as the query answers it. */
interface ListedSource {
  readonly department: string;
  readonly kind: string;
  readonly title: string;
  readonly available: boolean;
  readonly records: number | null;
  readonly counted: string | null;
  readonly asOf: string | null;
  readonly ageDays: number | null;
  readonly maximumAgeDays: number | null;
  readonly stale: boolean | null;
  readonly openIssues: number | null;
  readonly lastLoad: { readonly finishedAt: string } | null;
}

/** `hub sources`: where the departments' data comes from and how fresh it is. */
export function sourcesCommand(): Command {
  return new Command("sources")
    .description("every source: last load, records, age against its maximum, open data issues")
    .option("--json", "one line of JSON for each source")
    .action(async ({ json }: { json?: boolean }) => {
      const answer = await withHub(environmentConfig(), "HUB-SOURCES", (ask) => ask(SOURCES, {}));
      const { sources } = dataOf<{ sources: readonly ListedSource[] }>(answer);
      const lines = json
        ? sources.map((source) => JSON.stringify(source))
        : tableOf(HEADINGS, sources.map(rowOf));
      process.stdout.write(`${lines.join("\n")}\n`);
    });
}

const HEADINGS = ["部门", "来源", "最近导入", "记录数", "截止日期", "时效", "校核", ""];

function rowOf(source: ListedSource): string[] {
  const { department, kind, title, available, records, counted, asOf, lastLoad } = source;
  const { ageDays, maximumAgeDays, stale, openIssues } = source;
  const name = `${title} (${kind})`;
  if (!available) return [department, name, "", "", "", "", "", "未答复"];
  return [
    department,
    name,
    lastLoad ? lastLoad.finishedAt.slice(0, 16).replace("T", " ") : "-",
    `${counted === "ESTIMATED" ? "约 " : ""}${records ?? 0}`,
    asOf ?? "-",
    ageDays === null ? "-" : `${ageDays}/${maximumAgeDays ?? "-"} 天`,
    String(openIssues ?? 0),
    stale ? "过期" : "",
  ];
}
