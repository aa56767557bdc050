import { schemaOf } from "../identity.js";
import type { HttpService } from "./http-service.js";
import {
  atMostOne,
  everyOne,
  type LiveAsking,
  type LiveLoader,
  type LiveRecord,
} from "./live-loader.js";
import { postBatch } from "./post-batch.js";
import { readAnswers, type PersonAnswer } from "./read-answers.js";
import { SourceFailure } from "./source-failure.js";

/** At most one record of a person with a service; null where the service says there is none. */
export function oneFromService<Found extends object>(
  service: HttpService<Found>,
): LiveLoader<LiveRecord<Found> | null> {
  return { ...loaderOf(service), choose: atMostOne<Found>(service.name) };
}

/** All records of a person with a service, in its order; empty where it says there are none. */
export function manyFromService<Found extends object>(
  service: HttpService<Found>,
): LiveLoader<readonly LiveRecord<Found>[]> {
  return { ...loaderOf(service), choose: everyOne<Found>() };
}

function loaderOf(service: HttpService): Omit<LiveLoader<unknown>, "choose"> {
  const { name, department, limits, originalSource } = service;
  return {
    name,
    schema: schemaOf(department),
    origin: service,
    limits,
    knows: "ID_NUMBER",
    originalSource,
    async find(asking, idNumbers) {
      const batches: string[][] = [];
      for (let start = 0; start < idNumbers.length; start += service.maximumBatch) {
        batches.push(idNumbers.slice(start, start + service.maximumBatch));
      }
      return (await Promise.all(batches.map((batch) => findBatch(service, asking, batch)))).flat();
    },
  };
}

/** A batch that fails is the failure of its own persons. */
async function findBatch(
  service: HttpService,
  { connection, guard, deadline, parts }: LiveAsking,
  idNumbers: readonly string[],
): Promise<PersonAnswer[]> {
  try {
    if (!connection) throw new SourceFailure("SOURCE_UNREACHABLE", `${service.name} has no URL`);
    const answers = await guard.run(
      async () =>
        readAnswers(service, idNumbers, await postBatch(service, connection, idNumbers, deadline)),
      deadline,
    );
    return answers.map((answer) =>
      answer instanceof SourceFailure ? answer : answer.map((record) => only(record, parts)),
    );
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return idNumbers.map(() => error);
  }
}

/** A record without what the caller may not have of it. */
function only(record: Readonly<Record<string, unknown>>, parts: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([property]) => Object.hasOwn(parts, property)),
  );
}
