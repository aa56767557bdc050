import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** An HTTP request that left this process. */
export interface SentRequest {
  readonly url: string;
  /** Empty where it carried none. */
  readonly authorization: string;
}

/** What undici tells of a request; headers are names and values in turn. */
interface Created {
  readonly request: { origin: string; path: string; headers: readonly string[] };
}

/** The requests that this process sends to departments during `work`. */
export async function sentDuring(work: () => Promise<unknown>): Promise<readonly SentRequest[]> {
  const sent: SentRequest[] = [];
  const hear = (message: unknown) => {
    const { origin, path, headers } = (message as Created).request;
    const isNamed = (name: string, place: number) => place % 2 === 0 && name === "authorization";
    const place = headers.findIndex(isNamed);
    sent.push({
      url: `${origin}${path}`,
      authorization: place < 0 ? "" : (headers[place + 1] ?? ""),
    });
  };
  subscribe("undici:request:create", hear);
  try {
    await work();
  } finally {
    unsubscribe("undici:request:create", hear);
  }
  return sent;
}
