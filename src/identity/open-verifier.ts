import { decodeProtectedHeader } from "jose";
import type { Config } from "../config.js";
import type { Database } from "../database/database.js";
import type { Register } from "../policy/register/register.js";
import { ClientGate } from "./clients/client-gate.js";
import { ClientStates } from "./clients/client-states.js";
import type { KeySet } from "./clients/key-set.js";
import { UsedProofs } from "./clients/used-proofs.js";
import { hasSigningKey, verificationKeys } from "./keys.js";
import { TokenVerifier, type Verifier } from "./token-verifier.js";
import { departmentAudience, VOUCHED_TYPE } from "./vouching.js";

/**
 * The verifier of access tokens at the hub's door, or at that of one department: there, what the hub
 * vouches for stands as the hub says it.
 * @param database where the register of client systems and the account of proofs are kept
 * @param department slug of the department that is served alone; null for the hub
 */
export async function openVerifier(
  config: Config,
  register: Register,
  database: Database,
  department: string | null,
): Promise<Verifier & Pick<KeySet, "load">> {
  const keys = await verificationKeys(config);
  const { tokens, registeredClientsOnly: requireRegistered, departmentUrls } = config;
  const isFederated = department === null && departmentUrls.size > 0;
  const direct = new TokenVerifier(keys, tokens, {
    clients: new ClientGate({ states: new ClientStates(database), register, requireRegistered }),
    used: new UsedProofs(database),
    passedOn: isFederated && !hasSigningKey(config),
  });
  const { load } = keys;
  if (department === null) return { load, verify: (...asked) => direct.verify(...asked) };
  const audience = departmentAudience(tokens.audience, department);
  const isType = (typ: string) => typ === VOUCHED_TYPE;
  const vouched = new TokenVerifier(keys, { ...tokens, audience }, { isType });
  return {
    load,
    verify: async (token, ...more) =>
      isVouched(token)
        ? { ...(await vouched.verify(token, ...more)), kind: "vouched" }
        : direct.verify(token, ...more),
  };
}

/** Whether a token says that it is the hub's word; nothing is proven by that. */
function isVouched(token: string): boolean {
  try {
    return decodeProtectedHeader(token).typ === VOUCHED_TYPE;
  } catch {
    return false;
  }
}
