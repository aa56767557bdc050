import type { Bilingual } from "../../shared/bilingual.js";

/** Under which heading an example stands. */
export type ExampleGroup = "people" | "lists" | "hub";

/** A query that is ready to be run, once its variables have values. */
export interface Example {
  readonly group: ExampleGroup;
  readonly title: Bilingual;
  readonly query: string;
  readonly variables: readonly ExampleVariable[];
}

/** A variable of an example. */
export interface ExampleVariable {
  readonly name: string;
  readonly isList: boolean;
  /** A value that needs no asking; undefined where the hub, or the reader, has to say it. */
  readonly value?: string;
  /** A query whose answer holds values for it; undefined where the hub gives this caller none. */
  readonly source?: string;
}

/** As whom examples are made. */
export interface ExampleCaller {
  readonly department: string;
  readonly duty: string;
  /** ISO date of today. */
  readonly date: string;
}
