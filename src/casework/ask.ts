import type { Caller } from "../identity/caller.js";

/** A GraphQL answer. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?:
    | readonly {
        readonly message: string;
        readonly path?: readonly (string | number)[] | undefined;
        readonly extensions?: Readonly<Record<string, unknown>> | undefined;
      }[]
    | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Asks the hub by GraphQL, as a caller like any other: authorized, by divisions and consents, on
 * record. There is no other way from a verification to a department's data.
 */
export type Ask = (
  caller: Caller,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Answer>;
