import { spawnSync } from "node:child_process";
import { ALERTS, projectFile } from "../telemetry/monitoring-files.js";

const PAGES = ["docs/runbook.md", "docs/runbook.zh-CN.md"];

const alerts = () =>
  projectFile(ALERTS)
    .split(/^ +- alert: /m)
    .slice(1)
    .map((rule) => ({
      name: /^\w+/.exec(rule)?.[0] ?? "",
      runbook: /runbook: (\S+)/.exec(rule)?.[1],
      severity: /severity: (\S+)/.exec(rule)?.[1],
    }));

test("every alert says how grave it is and where the runbook speaks of it", () => {
  expect(alerts().length).toBeGreaterThan(15);
  for (const { name, runbook, severity } of alerts()) {
    expect([name, runbook]).toEqual([name, `docs/runbook.md#${name.toLowerCase()}`]);
    expect(["page", "ticket"]).toContain(severity);
  }
});

test.each(PAGES)("%s -> a section for each alert, in their order, and none beside", (page) => {
  const sections = [...projectFile(page).matchAll(/^### (Hub\w+)$/gm)].map(([, name]) => name);
  expect(sections).toEqual(alerts().map(({ name }) => name));
});

const { error } = spawnSync("promtool", ["--version"]);
const whereInstalled = error ? test.skip : test;

whereInstalled("promtool, where it is installed, finds nothing wrong with the rules", () => {
  const { status, stdout } = spawnSync("promtool", ["check", "rules", ALERTS], {
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining("SUCCESS")]);
});
