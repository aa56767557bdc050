import type { AccessChange, Period, RegisterDiff } from "./diff-register.js";

/** A comparison as lines for people: what may have changed its meaning first, then each department's duties. */
export function describeDiff(diff: RegisterDiff): string[] {
  const lines = [
    ...listed(
      "renumbered: the same task has another id; check the fields that name either",
      diff.renumbered.map(({ from, to, title }) => `${from} -> ${to} ${title}`),
    ),
    ...listed(
      "retitled: the same id may mean another task; check the fields that name it",
      diff.retitled.map(({ duty, before, after }) => `${duty} ${before} -> ${after}`),
    ),
    ...listed(
      "reworded",
      diff.reworded.map(
        ({ duty, title, mayBeAnother }) =>
          `${duty} ${title}${mayBeAnother ? " (the item's lists changed: it may be another task)" : ""}`,
      ),
    ),
    ...listed(
      "duties added",
      diff.added.map(({ duty, title }) => `${duty} ${title}`),
    ),
    ...listed(
      "duties removed",
      diff.removed.map(({ duty, title }) => `${duty} ${title}`),
    ),
    ...listed(
      "validity changed",
      diff.periods.map(({ duty, before, after }) => `${duty} ${shown(before)} -> ${shown(after)}`),
    ),
    ...listed(
      "departments of a duty changed",
      diff.assignments.map(({ duty, added, removed, lead }) =>
        [
          duty,
          ...added.map((name) => `+${name}`),
          ...removed.map((name) => `-${name}`),
          ...(lead ? [`lead ${lead.before} -> ${lead.after}`] : []),
        ].join(" "),
      ),
    ),
    ...describeAccess(diff),
  ];
  return lines.length > 0 ? lines : ["no difference"];
}

/** The fields gained and lost, by department and duty. */
export function describeAccess({ gained, lost }: Pick<RegisterDiff, "gained" | "lost">): string[] {
  const departments = [...new Set([...gained, ...lost].map(({ department }) => department))];
  return departments.flatMap((department) => {
    const of = (changes: readonly AccessChange[], verb: string): string[] =>
      changes
        .filter((change) => change.department === department)
        .map(({ duty, coordinates }) => `${duty} ${verb} ${coordinates.join(" ")}`);
    return listed(department, [...of(gained, "gains"), ...of(lost, "loses")]);
  });
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}

const shown = ({ validFrom, validTo }: Period): string => `${validFrom ?? "…"}/${validTo ?? "…"}`;
