import type { HubError } from "./answer.js";

/** The hub refused a request whole. */
export class RequestRefused extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    readonly errors: readonly HubError[],
  ) {
    super(errors.map(({ message, extensions: { code } }) => `${code}: ${message}`).join("\n"));
  }

  get codes(): string[] {
    return this.errors.map(({ extensions }) => extensions.code);
  }
}
