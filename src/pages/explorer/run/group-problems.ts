import type { HubProblem } from "../../shared/api.js";

/** Problems that say the same, of several places of an answer. */
export interface ProblemGroup {
  /** The first of them. */
  readonly problem: HubProblem;
  /** Where they stand; empty for an operation that was refused whole. */
  readonly paths: readonly string[];
  readonly count: number;
}

/** Puts problems together that have the same code and say the same with it. */
export function groupProblems(problems: readonly HubProblem[]): ProblemGroup[] {
  const groups = new Map<string, { problem: HubProblem; paths: string[]; count: number }>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.code, problem.message, problem.details]);
    const group = groups.get(key) ?? { problem, paths: [], count: 0 };
    groups.set(key, group);
    group.count += 1;
    if (problem.path) group.paths.push(problem.path.join("."));
  }
  return [...groups.values()];
}
