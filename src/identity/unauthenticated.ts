import { HubError } from "../errors.js";

/** What is wrong with what a caller presented, in OAuth's words (RFC 6750, section 3.1; RFC 9449, section 7.1). */
export type IdentityFault = "invalid_token" | "invalid_dpop_proof";

/** Nothing proves who asks: UNAUTHENTICATED, and the fault that the answer's challenges name. */
export class Unauthenticated extends HubError {
  constructor(
    message: string,
    readonly fault: IdentityFault = "invalid_token",
  ) {
    super("UNAUTHENTICATED", message);
  }
}
