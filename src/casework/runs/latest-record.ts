import type {
  FoundHousehold,
  FoundPerson,
  SourceAnswer,
} from "../../verification/reading/found.js";

/** The latest day of which any department's record of a household speaks; null where none says. */
export function latestRecord(household: FoundHousehold): string | null {
  const { provenance, assistance, declaration, members, obligors } = household;
  const answers = [assistance, declaration, ...[...members, ...obligors].flatMap(answersOf)];
  const days = answers.flatMap(({ records }) =>
    records.flatMap((record) => record.provenance?.asOf ?? []),
  );
  return [...days, ...(provenance ? [provenance.asOf] : [])].sort().at(-1) ?? null;
}

function answersOf({ identity, answers }: FoundPerson): SourceAnswer<object>[] {
  return [identity, ...(Object.values(answers) as SourceAnswer<object>[])];
}
