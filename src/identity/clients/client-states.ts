import type { Database } from "../../database/database.js";
import { SharedReading, type SharedReadingOptions } from "../../database/shared-reading.js";
import type { ClientSystem } from "./client-registry.js";
import { clientsUnavailable } from "./clients-unavailable.js";
import { client } from "./tables.js";

/** What a client system may do now. */
export type ClientState = Pick<
  ClientSystem,
  "id" | "department" | "duties" | "jurisdiction" | "kind" | "state"
>;

type StatesById = ReadonlyMap<string, ClientState>;

/** For tests: another clock in milliseconds, another trust. */
export type ClientStatesOptions = Pick<SharedReadingOptions<StatesById>, "now" | "maximumAge">;

/** The states of all clients, read together: a change is seen within two seconds by every process. */
export class ClientStates {
  private readonly states: SharedReading<StatesById>;

  constructor(database: Database, options: ClientStatesOptions = {}) {
    this.states = new SharedReading({
      ...options,
      read: () => readStates(database),
      unavailable: (cause) => clientsUnavailable("the register of client systems", cause),
    });
  }

  /**
   * The state of a client; null for one that is not registered.
   * @throws HubError SOURCE_UNAVAILABLE where the database does not answer in time.
   */
  async stateOf(id: string): Promise<ClientState | null> {
    return (await this.states.find((states) => states.get(id))) ?? null;
  }
}

async function readStates({ drizzle }: Database): Promise<StatesById> {
  const { id, department, duties, jurisdiction, kind, state } = client;
  const columns = { id, department, duties, jurisdiction, kind, state };
  const states = await drizzle.select(columns).from(client);
  return new Map(states.map((found) => [found.id, found]));
}
