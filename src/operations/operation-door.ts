import type { Caller } from "../identity/caller.js";
import { operationHash } from "./operation-hash.js";
import { OperationNotRegistered } from "./operation-not-registered.js";
import type { RegisteredOperations } from "./registered-operations.js";

/** Who may run registered operations only. */
export type BoundCallers = "everyone" | "systems" | "nobody";

/** What a request says of its operation. */
export interface AskedOperation {
  /** The whole text; undefined where only the hash was sent. */
  readonly text: string | undefined;
  readonly hash: string | undefined;
}

/** Lets operations through as far as they are registered, for those who are bound to that. */
export class OperationDoor {
  constructor(
    private readonly bound: BoundCallers,
    private readonly registered: Pick<RegisteredOperations, "has" | "textOf">,
    /** Texts of the hub's own pages: for people as if registered for every department and duty, not for systems. */
    private readonly shipped: ReadonlySet<string> = new Set(),
  ) {}

  /**
   * The text that is to run: what was sent, or what its hash stands for; undefined where somebody
   * who is not bound sent a hash that stands for nothing.
   * @throws OperationNotRegistered; HubError SOURCE_UNAVAILABLE where that cannot be found out.
   */
  async admit(caller: Caller, { text, hash }: AskedOperation): Promise<string | undefined> {
    const isBound = this.isBound(caller);
    if (text !== undefined) {
      const isOfPage = caller.kind !== "system" && this.shipped.has(text);
      if (!isBound || isOfPage) return text;
      if (await this.registered.has(caller, text)) return text;
      throw new OperationNotRegistered(caller, operationHash(text));
    }
    const found = hash === undefined ? undefined : await this.registered.textOf(caller, hash);
    if (found === undefined && isBound) throw new OperationNotRegistered(caller, hash ?? null);
    return found;
  }

  /** What the hub asks a department for a caller was let through at the hub's own door. */
  private isBound({ kind }: Caller): boolean {
    if (kind === "vouched" || this.bound === "nobody") return false;
    return this.bound === "everyone" || kind === "system";
  }
}
