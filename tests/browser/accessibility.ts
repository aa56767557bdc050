import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What the checker says of a page, shortened. */
const CHECK = `axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => id + ": " + nodes.map(({ target, failureSummary }) =>
      target.join(" ") + " " + failureSummary).join("; ")))`;

/** The serious and critical barriers of a page as it stands. */
export async function barriers(page: Page): Promise<string[]> {
  const debugging = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await debugging.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as string[];
  };
  await evaluate(`${await readFile(AXE, "utf8")}; undefined`);
  const found = await evaluate(CHECK);
  await debugging.detach();
  return found;
}
