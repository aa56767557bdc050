import type { Credentials } from "./credentials.js";

/** An error of an answer. */
export interface HubProblem {
  /** `FIELD_NOT_AUTHORIZED` and the like; `INTERNAL` where the hub gave none. */
  readonly code: string;
  /** The hub's own sentence, in English. */
  readonly message: string;
  /** Where in the answer; undefined for an operation that was refused whole. */
  readonly path: readonly (string | number)[] | undefined;
  /** All that the hub says with it: coordinate, duty, grantedBy, argument, department, retryAfter. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Under what an answer was given, and as what it is on record. */
export interface AnswerRecord {
  readonly duty?: string;
  readonly policy?: string;
  readonly audit?: string;
}

/** What became of a question. */
export type Outcome<Data> =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** Null where the operation was refused or failed as a whole. */
      readonly data: Data | null;
      /** Empty where all went well; there may be data beside them. */
      readonly problems: readonly HubProblem[];
      readonly record: AnswerRecord;
    }
  /** The hub was not reached, or what answered is no hub. */
  | { readonly kind: "unreachable"; readonly reason: string }
  /** The page gave up waiting, by its signal. */
  | { readonly kind: "cancelled" };

/** What a question may say besides. */
export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Makes a mutation that is sent again with the same key happen once. */
  readonly idempotencyKey?: string;
  /** Which operation of the text to run, where it has several. */
  readonly operationName?: string;
}

interface RawAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: { readonly hub?: AnswerRecord };
}

/** Asks the hub by GraphQL as these credentials say; never throws for what the hub or the network does. */
export async function askHub<Data>(
  credentials: Credentials,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  { signal, idempotencyKey, operationName }: AskOptions = {},
): Promise<Outcome<Data>> {
  try {
    const response = await fetch("graphql", {
      method: "POST",
      headers: {
        ...headersOf(credentials),
        "content-type": "application/json",
        accept: "application/json",
        ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
      },
      body: JSON.stringify({ query, variables, operationName }),
      ...(signal ? { signal } : {}),
      ...APART,
    });
    return outcomeOf<Data>(response.status, (await response.json()) as RawAnswer);
  } catch (error) {
    if (signal?.aborted) return { kind: "cancelled" };
    return { kind: "unreachable", reason: (error as Error).message };
  }
}

/** The headers that say who asks; of every request to a page or file that needs a caller, `reports/<id>.pdf`. */
export function headersOf(credentials: Credentials): Record<string, string> {
  return {
    authorization: `Bearer ${credentials.token}`,
    "hub-duty": credentials.duty,
    ...(credentials.case === null ? {} : { "hub-case": credentials.case }),
  };
}

/** No cookie, no kept copy, no other address. */
export const APART = { credentials: "omit", cache: "no-store", redirect: "error" } as const;

function outcomeOf<Data>(
  status: number,
  { data, errors = [], extensions }: RawAnswer,
): Outcome<Data> {
  return {
    kind: "answered",
    status,
    data: (data ?? null) as Data | null,
    problems: errors.map(({ message, path, extensions: details = {} }) => ({
      code: typeof details["code"] === "string" ? details["code"] : "INTERNAL",
      message,
      path,
      details,
    })),
    record: extensions?.hub ?? {},
  };
}
