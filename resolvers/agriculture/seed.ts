import type { SeedProjection } from "../../src/county/seed-projection.js";
import { identity } from "./identity.js";
import { agriculture } from "./tables.js";

const land: SeedProjection<typeof agriculture> = {
  table: agriculture,
  rows: ({ persons, sources }) =>
    persons.flatMap(({ idNumber, agriculture: record }) =>
      record
        ? [
            {
              person: idNumber,
              ...record,
              machinery: [...record.machinery],
              ...sources.agriculture,
              originalSource: identity.name,
              inDispute: false,
            },
          ]
        : [],
    ),
};

/** The department's rows of a household of the demonstration county. */
export const seed: readonly SeedProjection[] = [land];
