import { readFileSync } from "node:fs";

/** A file of the project, by its path from the root. */
export function projectFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

export const ALERTS = "docker/prometheus/alerts.yml";
export const DASHBOARD = "docker/grafana/pujiang-hub.json";

/** Metrics that the dashboard and the alerts ask for, each once; of a histogram its own name. */
export function namedMetrics(): string[] {
  const text = projectFile(ALERTS) + projectFile(DASHBOARD);
  const names = [...text.matchAll(/\b(?:hub|nodejs|process)_[a-z0-9_]+\b/g)].map(([name]) =>
    name.replace(/_(bucket|count|sum)$/, ""),
  );
  return [...new Set(names)];
}
