import { Command } from "commander";
import { todayInShanghai } from "../codes/calendar.js";
import { blueprint } from "../index.js";
import { accessMatrix, type MatrixCell } from "../policy/matrix.js";

/** `hub register matrix`: every decision there is. */
export function matrixCommand(): Command {
  return new Command("matrix")
    .description("print the decision for every department, duty and field")
    .option("--json", "one line of JSON for each cell")
    .option("--csv", "comma-separated, with a header")
    .option("--allowed", "only what is allowed")
    .action(async (options: { json?: boolean; csv?: boolean; allowed?: boolean }) => {
      const { policy } = await blueprint();
      const print = options.json ? jsonLine : options.csv ? csvLine : tableLine;
      if (options.csv) process.stdout.write("department,duty,coordinate,allowed,reason\n");
      let lines: string[] = [];
      for (const cell of accessMatrix(policy, todayInShanghai(new Date()))) {
        if (options.allowed && !cell.allowed) continue;
        lines.push(print(cell));
        if (lines.length < 5000) continue;
        await write(lines.join(""));
        lines = [];
      }
      await write(lines.join(""));
    });
}

/** Waits for the reader, so that a long matrix does not gather in memory. */
async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
}

const jsonLine = (cell: MatrixCell) => `${JSON.stringify(cell)}\n`;

const csvLine = (cell: MatrixCell) =>
  `${cell.department},${cell.duty},${cell.coordinate},${cell.allowed},${cell.reason}\n`;

const tableLine = (cell: MatrixCell) =>
  `${cell.duty.padEnd(5)} ${cell.allowed ? "yes" : "no "} ${cell.coordinate.padEnd(42)} ${cell.department} (${cell.reason})\n`;
