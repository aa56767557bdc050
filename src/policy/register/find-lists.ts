import { readDepartmentList, type Reading } from "./department-list.js";
import type { OutlineItem } from "./outline.js";
import { outermostParentheses } from "./parentheses.js";
import type { Warn } from "./register-warning.js";
import { withoutSpaces, type SourceLine } from "./source-line.js";

/** A list where it stands, with the wording of the task that it closes. */
export interface FoundList {
  readonly line: SourceLine;
  readonly open: number;
  readonly names: readonly string[];
  readonly task: string;
}

/** The department lists of an item in order; warns of what is unusual, and of a task that no list follows. */
export function findLists(item: OutlineItem, known: ReadonlySet<string>, warn: Warn): FoundList[] {
  const found: FoundList[] = [];
  let task = "";
  let taskLine = item.line;
  for (const { line, start } of item.passages) {
    let from = start;
    for (const { open, close, reading } of readParentheses(line, start, known)) {
      if (reading.kind === "OTHER") continue;
      if (reading.kind === "DOUBTFUL") {
        warn("DOUBTFUL_LIST", line.number, `not taken for a list: ${shown(line, open, close)}`);
        continue;
      }
      if (reading.kind === "UNSTOPPED") {
        warn("LIST_WITHOUT_STOP", line.number, `no full stop before ${shown(line, open, close)}`);
      }
      warnOfRepeats(reading.names, line, warn);
      found.push({ line, open, names: reading.names, task: task + line.text.slice(from, open) });
      task = "";
      from = close + 1;
    }
    const rest = withoutSpaces(line.text.slice(from)).replace(/^[。；;.，,、]+$/u, "");
    if (task === "") taskLine = line.number;
    task += rest;
  }
  if (task !== "" || found.length === 0) {
    warn("TASK_WITHOUT_LIST", taskLine, `item ${item.number} ends with a task that has no list`);
  }
  return found;
}

/** An outermost parenthesis of a line, and what it is. */
export interface ReadParenthesis {
  readonly open: number;
  readonly close: number;
  readonly reading: Reading;
}

/** Reads every outermost parenthesis from `start` on. */
export function readParentheses(
  line: SourceLine,
  start: number,
  known: ReadonlySet<string>,
): readonly ReadParenthesis[] {
  let from = start;
  return outermostParentheses(line)
    .filter(({ open }) => open >= start)
    .map(({ open, close }) => {
      const before = line.text.slice(from, open);
      const content = line.text.slice(open + 1, close);
      const reading = readDepartmentList(
        { before, content, after: line.text.slice(close + 1) },
        known,
      );
      if (reading.kind === "LIST" || reading.kind === "UNSTOPPED") from = close + 1;
      return { open, close, reading };
    });
}

function warnOfRepeats(names: readonly string[], line: SourceLine, warn: Warn): void {
  for (const name of new Set(names.filter((name, place) => names.indexOf(name) !== place))) {
    warn("NAME_TWICE", line.number, `${name} stands twice in one list`);
  }
}

/** A parenthesis as the line has it. */
export function shown(line: SourceLine, open: number, close: number): string {
  return line.text.slice(open, close + 1);
}
