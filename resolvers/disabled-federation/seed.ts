import type { SeedProjection } from "../../src/county/seed-projection.js";
import { identity } from "./identity.js";
import { disability } from "./tables.js";

const certificates: SeedProjection<typeof disability> = {
  table: disability,
  rows: ({ persons, sources }) =>
    persons.flatMap(({ idNumber, disability: record }) =>
      record
        ? [
            {
              person: idNumber,
              ...record,
              ...sources.disability,
              originalSource: identity.name,
              inDispute: false,
            },
          ]
        : [],
    ),
};

/** The department's rows of a household of the demonstration county. */
export const seed: readonly SeedProjection[] = [certificates];
