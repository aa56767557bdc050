import { isSameBody, type Register } from "../../policy/register/register.js";
import type { TokenClaims } from "../token-verifier.js";
import { Unauthenticated } from "../unauthenticated.js";
import type { ClientState, ClientStates } from "./client-states.js";
import { narrowClaims } from "./narrow-claims.js";

/** What a token gives once the register of client systems has been asked. */
export interface AdmittedClaims extends TokenClaims {
  /** The kind of client; null for one that is not registered, `vouched` for one that the hub speaks for. */
  readonly kind: ClientState["kind"] | "vouched" | null;
}

/** How clients are admitted. */
export interface ClientGateOptions {
  readonly states: ClientStates;
  readonly register: Register;
  /** Whether tokens of clients that are not registered are refused; otherwise they stand as they are. */
  readonly requireRegistered: boolean;
}

/** Lets verified tokens through as far as the register of client systems allows them now. */
export class ClientGate {
  constructor(private readonly options: ClientGateOptions) {}

  /**
   * The claims, narrowed to what the client is registered with.
   * @throws HubError UNAUTHENTICATED for a client that is suspended, unknown, another department's or
   *   without a division in common; SOURCE_UNAVAILABLE where its state cannot be found out.
   */
  async admit(claims: TokenClaims): Promise<AdmittedClaims> {
    const { states, register, requireRegistered } = this.options;
    const client = await states.stateOf(claims.sub);
    if (!client) {
      if (requireRegistered) throw refused(`client ${claims.sub} is not registered`);
      // Not `{ ...claims, kind }`: V8 would make a class of its own for each.
      return Object.assign({}, claims, { kind: null });
    }
    if (client.state !== "active") throw refused(`client ${client.id} is suspended`);
    if (!isSameBody(register, claims.department, client.department)) {
      throw refused(`client ${client.id} is registered for another department than the token's`);
    }
    const narrowed = narrowClaims(claims, client);
    if (narrowed.jurisdiction.length === 0) {
      throw refused(`client ${client.id} is registered for none of the token's divisions`);
    }
    return Object.assign({}, narrowed, { kind: client.kind });
  }
}

function refused(reason: string): Unauthenticated {
  return new Unauthenticated(`the token is not accepted: ${reason}`);
}
