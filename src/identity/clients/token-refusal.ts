/** Error codes of the token endpoint (RFC 6749 section 5.2; RFC 9449 section 5). */
export type TokenErrorCode =
  | "invalid_request"
  | "invalid_client"
  | "invalid_scope"
  | "unauthorized_client"
  | "unsupported_grant_type"
  | "invalid_dpop_proof";

/** A token request that is refused; the message is the answer's `error_description`. */
export class TokenRefusal extends Error {
  constructor(
    readonly code: TokenErrorCode,
    message: string,
  ) {
    super(message);
  }

  /** HTTP status of the answer. */
  get status(): number {
    return this.code === "invalid_client" ? 401 : 400;
  }
}
