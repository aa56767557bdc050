/** Where a department's HTTP services are, as configuration says. */
export interface SourceConnection {
  /** Without a slash at its end; credentials, query and fragment are in no such URL. */
  readonly url: string;
  /** Bearer token; undefined where the services ask for none. */
  readonly token: string | undefined;
}
