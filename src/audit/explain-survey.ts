import { isConsistent, type ChainLink } from "./chain.js";
import type { ChainSurvey } from "./chain-survey.js";
import { recordsFrom, type Fault } from "./fault.js";
import { followLinks } from "./follow-links.js";
import type { Segment } from "./segment.js";

/** Changed records that are compared with each other, to find exchanged ones. */
const COMPARED = 100;

/** What a survey shows by itself. */
export interface SurveyFaults {
  readonly faults: readonly Fault[];
  /**
   * Records after which the chain breaks although the numbers go on: either this record was changed
   * and hashed anew, or some after it were removed and the rest renumbered. Checkpoints can tell.
   */
  readonly breaks: readonly number[];
}

/** Says of every break and changed record what was done to the log. */
export function explainSurvey({ segments, changed, start }: ChainSurvey): SurveyFaults {
  const { placed, orphans, strays } = followLinks(segments);
  const inserted = strays.map(insertedFault);
  const beside = (sequence: number) =>
    strays.some(({ from, to }) => from <= sequence && sequence <= to);
  const altered = changed.filter(({ sequence }) => !beside(sequence));
  const excused = new Set(changed.map(({ sequence }) => sequence));
  const faults = [
    ...inserted,
    ...changedFaults(altered),
    ...reorderedFaults(placed),
    ...gapFaults(segments),
  ];
  const breaks: number[] = [];
  segments.forEach((segment, place) => {
    const before = segments[place - 1];
    if (!before || !orphans.has(segment) || segment.from > before.to + 1) return;
    if (segment.from <= before.to) faults.push(insertedFault(segment));
    else if (before.to === start.sequence) faults.push(beginningFault(segment));
    else if (!excused.has(before.to) && !beside(before.to)) breaks.push(before.to);
  });
  return { faults, breaks };
}

function insertedFault({ from, to }: Segment): Fault {
  const detail = `${recordsFrom(from, to)}: another record follows the one before, so these were added`;
  return { kind: "INSERTED", sequence: from, detail };
}

function beginningFault({ from }: Segment): Fault {
  const detail = `record ${from} follows one that is not there: the beginning was removed`;
  return { kind: "REMOVED", sequence: from, detail };
}

function reorderedFaults(placed: readonly Segment[]): Fault[] {
  const stored = [...placed].sort((a, b) => a.from - b.from);
  return stored.flatMap((segment, place) => {
    if (segment === placed[place]) return [];
    const before = placed[placed.indexOf(segment) - 1];
    const home = before ? `after record ${before.to}` : "elsewhere";
    const detail = `${recordsFrom(segment.from, segment.to)}: by its hash the place is ${home}`;
    return [{ kind: "REORDERED" as const, sequence: segment.from, detail }];
  });
}

function gapFaults(segments: readonly Segment[]): Fault[] {
  return segments.flatMap((segment, place): Fault[] => {
    const before = segments[place - 1];
    if (!before || segment.from <= before.to + 1) return [];
    if (segment.previous === before.hash) {
      const detail = `record ${segment.from} was number ${before.to + 1}`;
      return [{ kind: "CHANGED", sequence: segment.from, detail }];
    }
    const missing = recordsFrom(before.to + 1, segment.from - 1);
    return [{ kind: "REMOVED", sequence: before.to + 1, detail: `missing: ${missing}` }];
  });
}

/** A record whose content fits the hash of another changed record has changed places with it. */
function changedFaults(changed: readonly ChainLink[]): Fault[] {
  const compared = changed.slice(0, COMPARED);
  return changed.map((link): Fault => {
    const { sequence } = link;
    const home = compared.find((other) => other !== link && belongsAt(link, other));
    if (!home) {
      return { kind: "CHANGED", sequence, detail: `record ${sequence} does not have its own hash` };
    }
    const detail = `record ${sequence} has the content of record ${home.sequence}`;
    return { kind: "REORDERED", sequence, detail };
  });
}

function belongsAt(link: ChainLink, { previous, hash }: ChainLink): boolean {
  return isConsistent({ ...link, previous, hash }) || isConsistent({ ...link, previous });
}
