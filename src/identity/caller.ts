/** Who asks, for what: made from a verified token and the request's headers, never from the operation. */
export interface Caller {
  /** The client system (`sub`). */
  readonly client: string;
  /** What the client is registered as; null where it is not, `vouched` where the hub speaks for it. */
  readonly kind: "system" | "developer" | "vouched" | null;
  /** Official name of the department, as the register has it. */
  readonly department: string;
  /** Duties the token holds. */
  readonly duties: readonly string[];
  /** Prefixes of division codes within which the caller may see persons and households. */
  readonly jurisdiction: readonly string[];
  /** The person at the keyboard; null where the client acts by itself. */
  readonly operator: string | null;
  /** The one duty that this request serves (`Hub-Duty`). */
  readonly duty: string;
  /** Reference of the case this request belongs to (`Hub-Case`); null where none was given. */
  readonly case: string | null;
  /** ISO date on which the request is decided (Asia/Shanghai). */
  readonly date: string;
  /** The headers that carry this identity on to a department elsewhere, unless the hub vouches for the caller. */
  readonly credentials: Readonly<Record<string, string>>;
}
