/** What `POST /developer/token` takes: who to be, in developer mode. */
export interface DeveloperTokenRequest {
  /** Official name of the department, or an alias. */
  readonly department: string;
  readonly duty: string;
  /** The person at the keyboard; the client acts by itself without one. */
  readonly operator?: string | undefined;
  /** Prefixes of division codes; the whole county without any. */
  readonly jurisdiction?: readonly string[] | undefined;
}
