import { createHash } from "node:crypto";
import { z } from "zod";
import { verifyDpopProof, type DpopProof, type ProvenRequest } from "./dpop-proof.js";
import { ProofRefused } from "./proof-refused.js";
import type { UsedProofs } from "./used-proofs.js";

const thumbprint = z.string().regex(/^[\w-]{43}$/);

/** The `cnf` claim: what the holder of a token must prove (RFC 7800). A member not known here is refused. */
export const Confirmation = z
  .strictObject({ "x5t#S256": thumbprint.optional(), jkt: thumbprint.optional() })
  .refine((members) => Object.keys(members).length > 0, "names nothing to prove");

/** What a token is bound to, a certificate (RFC 8705), a key (RFC 9449) or both. */
export type Confirmation = z.infer<typeof Confirmation>;

/** How a token came, and what came with it. */
export interface Presented {
  /** Scheme of the Authorization header; Bearer unless given. */
  readonly scheme?: "Bearer" | "DPoP" | undefined;
  /** {@link certificateThumbprint} of the client's verified TLS certificate; none unless given. */
  readonly certificate?: string | undefined;
  /** The DPoP header, with the request it came with; none unless given. */
  readonly dpop?: (ProvenRequest & { readonly proof: string }) | undefined;
}

/** SHA-256 of a certificate's DER bytes in base64url: the `x5t#S256` of tokens bound to it. */
export function certificateThumbprint(der: Uint8Array): string {
  return createHash("sha256").update(der).digest("base64url");
}

/**
 * Checks that who presents a token holds what it is bound to; a DPoP proof that is there must be
 * right even where the token asks for none.
 * @param confirmation null for a token that is bound to nothing
 * @param used null where this hub keeps no account of proofs, and therefore accepts none
 * @throws ProofRefused saying why; HubError SOURCE_UNAVAILABLE where single use cannot be found out.
 */
export async function checkPossession(
  token: string,
  confirmation: Confirmation | null,
  { scheme = "Bearer", certificate, dpop }: Presented,
  used: UsedProofs | null,
  now: number,
): Promise<void> {
  const bound = confirmation?.["x5t#S256"];
  if (bound !== undefined && bound !== certificate) {
    throw new ProofRefused("it is bound to a client certificate that was not presented");
  }
  const jkt = confirmation?.jkt;
  if (jkt === undefined && scheme === "DPoP") {
    throw new ProofRefused("it is bound to no key: send it as Authorization: Bearer");
  }
  if (jkt !== undefined && (scheme !== "DPoP" || !dpop)) {
    throw new ProofRefused("it is bound to a key: send Authorization: DPoP with a DPoP proof");
  }
  if (!dpop) return;
  const proof = await verifyDpopProof(dpop.proof, dpop, token, now);
  if (jkt !== undefined && jkt !== proof.maker) {
    throw new ProofRefused("the DPoP proof is signed with another key than it is bound to");
  }
  await useProof(proof, used);
}

/**
 * Uses a verified DPoP proof up.
 * @throws ProofRefused for one that was used before; HubError SOURCE_UNAVAILABLE.
 */
export async function useProof(proof: DpopProof, used: UsedProofs | null): Promise<void> {
  if (!used) throw new ProofRefused("this hub accepts no DPoP proofs");
  if (await used.use(proof)) return;
  const reason = "the DPoP proof is not accepted: it was used before";
  throw new ProofRefused(reason, "invalid_dpop_proof");
}
