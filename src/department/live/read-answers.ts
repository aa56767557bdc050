import { z } from "zod";
import type { HttpService } from "./http-service.js";
import { SourceFailure } from "./source-failure.js";

const Answers = z.array(z.object({ idNumber: z.string(), records: z.array(z.unknown()) }));

/** The records of one person; none is an empty list, because the source said so. */
export type PersonAnswer = readonly Readonly<Record<string, unknown>>[] | SourceFailure;

/**
 * What a service's JSON says of each person asked for, in that order. What is wrong with one person's
 * records is that person's failure.
 * @throws SourceFailure ANSWER_MALFORMED where no person's answer can be relied on.
 */
export function readAnswers(
  service: HttpService,
  idNumbers: readonly string[],
  json: unknown,
): PersonAnswer[] {
  const { data: answers } = Answers.safeParse(json);
  if (!answers) throw malformed(service, "has another shape than agreed");
  const known = new Map<string, readonly unknown[]>();
  for (const { idNumber, records } of answers) {
    if (known.has(idNumber)) throw malformed(service, "speaks of a person twice");
    if (!idNumbers.includes(idNumber)) throw malformed(service, "speaks of a person not asked for");
    known.set(idNumber, records);
  }
  return idNumbers.map((idNumber) => {
    const records = known.get(idNumber);
    if (records) return readRecords(service, records);
    return new SourceFailure("ANSWER_MISSING", `${service.name} left out a person asked for`);
  });
}

function readRecords(service: HttpService, records: readonly unknown[]): PersonAnswer {
  const read: Record<string, unknown>[] = [];
  for (const record of records) {
    const { data, error } = service.record.safeParse(record);
    if (error) return recordMalformed(service, error);
    read.push(data as Record<string, unknown>);
  }
  return read;
}

/** Says which declared property is wrong, and how; never what stands there. */
function recordMalformed({ name, properties }: HttpService, { issues }: z.ZodError): SourceFailure {
  const [issue] = issues;
  const property = properties.find((candidate) => candidate === issue?.path[0]) ?? "the record";
  return new SourceFailure(
    "RECORD_MALFORMED",
    `${name} answered with a record of another shape: ${property}, ${issue?.code}`,
  );
}

function malformed({ name }: HttpService, how: string): SourceFailure {
  return new SourceFailure("ANSWER_MALFORMED", `the answer of ${name} ${how}`);
}
