import type { CheckpointWalk, Disagreement } from "./checkpoint-walk.js";
import { recordsFrom, type Fault } from "./fault.js";
import type { SurveyFaults } from "./explain-survey.js";

/** Hashes of checkpoints that are looked up: each costs one pass over the log. */
const LOOKED_UP = 16;

/** Where a record with this hash stands in the log; null where there is none. */
export type FindRecord = (hash: string) => Promise<number | null>;

/**
 * Adds to what the chain itself shows what its checkpoints show.
 * @param end Sequence of the log's last record.
 */
export async function explainDisagreements(
  { faults, breaks }: SurveyFaults,
  { disagreements, proven }: Pick<CheckpointWalk, "disagreements" | "proven">,
  end: number,
  find: FindRecord,
): Promise<Fault[]> {
  const places = await signedPlaces(disagreements, find);
  const all = [...faults];
  for (const place of breaks) {
    const evidence = disagreements.find(
      ({ agreed, first }) => agreed <= place && place <= first.size,
    );
    const isSigned = (evidence?.agreed ?? proven) === place;
    all.push(breakFault(place, isSigned, evidence ? shiftOf(evidence, places.get(evidence)) : 0));
  }
  for (const disagreement of disagreements) {
    const { agreed, first, last } = disagreement;
    const isExplained = all.some(({ sequence }) => agreed < sequence && sequence <= first.size);
    if (first.size <= end && !isExplained) all.push(rewrittenFault(disagreement));
    if (last.size > end && !places.has(disagreement)) all.push(truncatedFault(end, last.size));
  }
  return all;
}

/** Where the last record that each disagreement signs stands now. */
async function signedPlaces(
  disagreements: readonly Disagreement[],
  find: FindRecord,
): Promise<Map<Disagreement, number>> {
  const places = new Map<Disagreement, number>();
  for (const disagreement of disagreements.slice(-LOOKED_UP)) {
    const place = await find(disagreement.last.hash);
    if (place !== null) places.set(disagreement, place);
  }
  return places;
}

/** How far to the front a signed record has moved; negative to the back, 0 where it is gone. */
function shiftOf({ last }: Disagreement, standsAt: number | undefined): number {
  return standsAt === undefined ? 0 : last.size - standsAt;
}

/** Where a checkpoint signs the record before the break, it is the records after it that are gone. */
function breakFault(place: number, isSigned: boolean, shift: number): Fault {
  if (shift < 0) {
    const detail = `${-shift} added up to record ${place}; what follows was renumbered`;
    return { kind: "INSERTED", sequence: place, detail };
  }
  if (isSigned || shift > 0) {
    const missing = shift > 0 ? `${shift} missing` : "records are missing";
    const detail = `${missing} after record ${place}; what follows was renumbered`;
    return { kind: "REMOVED", sequence: place + 1, detail };
  }
  const detail = `record ${place + 1} does not follow it: it was hashed anew, or its successors were removed`;
  return { kind: "CHANGED", sequence: place, detail };
}

function rewrittenFault({ agreed, first }: Disagreement): Fault {
  const detail = `${recordsFrom(agreed + 1, first.size)} do not end with the hash that was signed: the log was changed here and hashed anew`;
  return { kind: "CHANGED", sequence: agreed + 1, detail };
}

function truncatedFault(end: number, size: number): Fault {
  const detail = `a checkpoint covers ${size} records, the log ends with record ${end}`;
  return { kind: "TRUNCATED", sequence: end + 1, detail };
}
