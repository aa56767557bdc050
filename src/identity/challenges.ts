import { SIGNATURE_ALGORITHMS } from "./clients/signature-rules.js";
import type { IdentityFault } from "./unauthenticated.js";

/**
 * The `WWW-Authenticate` headers of an answer 401: one for each scheme, with the fault in that of the
 * scheme that was used (RFC 6750, section 3; RFC 9449, section 7.1).
 */
export function challenges(authorization: string | undefined, fault: IdentityFault): string[] {
  const [used = ""] = /^\S+/.exec(authorization?.toLowerCase() ?? "") ?? [];
  const errorOf = (scheme: string) => (scheme === used ? `, error="${fault}"` : "");
  return [
    `Bearer realm="hub"${errorOf("bearer")}`,
    `DPoP algs="${SIGNATURE_ALGORITHMS.join(" ")}"${errorOf("dpop")}`,
  ];
}
