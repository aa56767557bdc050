import type { Answer, HubError } from "./answer.js";
import { waitFor, type Patience } from "./patience.js";
import type { RegisteredOperation } from "./registered-operation.js";
import { RequestRefused } from "./request-refused.js";
import type { TokenSource } from "./token-source.js";

/** Whom requests are made for. */
export interface Standing {
  readonly duty: string;
  /** Number of the case that the requests belong to. */
  readonly case: string;
}

/** Codes of a request that may be sent again as it is. */
const TEMPORARY: ReadonlySet<string> = new Set([
  "RATE_LIMITED",
  "SOURCE_UNAVAILABLE",
  "AUDIT_UNAVAILABLE",
]);

/** Seconds to wait where the hub does not say how long. */
const RETRY_AFTER = 1;

interface Body<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly HubError[];
  readonly extensions?: { readonly hub?: { readonly audit: string } };
}

/** Runs registered operations on the hub under one duty, for one case. */
export class HubClient {
  constructor(
    private readonly hub: string,
    private readonly standing: Standing,
    private readonly tokens: TokenSource,
    readonly patience: Patience,
  ) {}

  /**
   * Runs an operation; a request that did not get through is sent again, with patience. A mutation
   * names its `idempotencyKey`, one for each act of a case worker: sent again, it happens once.
   * @throws RequestRefused where all of it is refused; what is refused in part is in the answer.
   */
  async run<Data, Variables>(
    operation: RegisteredOperation<Data, Variables>,
    variables: Variables,
    idempotencyKey?: string,
  ): Promise<Answer<Data>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.authorised(operation, variables, idempotencyKey);
      } catch (error) {
        if (attempt >= this.patience.attempts || !isTemporary(error)) throw error;
        await waitFor(retryAfterOf(error), this.patience);
      }
    }
  }

  /** A token may end, or be ended, before its time: one more is fetched, once. */
  private async authorised<Data, Variables>(
    ...request: [RegisteredOperation<Data, Variables>, Variables, string | undefined]
  ): Promise<Answer<Data>> {
    try {
      return await this.send(...request);
    } catch (error) {
      if (!(error instanceof RequestRefused) || error.status !== 401) throw error;
      this.tokens.forget();
      return this.send(...request);
    }
  }

  private async send<Data, Variables>(
    { hash }: RegisteredOperation<Data, Variables>,
    variables: Variables,
    idempotencyKey: string | undefined,
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.hub}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await this.tokens.get()}`,
        "hub-duty": this.standing.duty,
        "hub-case": this.standing.case,
        ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
      },
      body: JSON.stringify({
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      }),
    });
    const { data, errors = [], extensions } = (await response.json()) as Body<Data>;
    if (!data) throw new RequestRefused(response.status, errors);
    return { data, errors, audit: extensions?.hub?.audit ?? "" };
  }
}

/** A connection that broke counts, too: whether the request arrived, nobody knows. */
function isTemporary(error: unknown): boolean {
  if (error instanceof RequestRefused) return error.codes.some((code) => TEMPORARY.has(code));
  return error instanceof TypeError;
}

function retryAfterOf(error: unknown): number {
  const errors = error instanceof RequestRefused ? error.errors : [];
  return Math.max(RETRY_AFTER, ...errors.map(({ extensions }) => extensions.retryAfter ?? 0));
}
