import type { Database } from "../../database/database.js";
import type { ClientSystem } from "./client-registry.js";
import { clientsUnavailable } from "./clients-unavailable.js";
import { client } from "./tables.js";

/** What a client system may do now. */
export type ClientState = Pick<
  ClientSystem,
  "id" | "department" | "duties" | "jurisdiction" | "kind" | "state"
>;

/** Milliseconds for which what was read is trusted, counted from when it was asked for. */
const MAXIMUM_AGE = 2000;

/** Milliseconds after which a client that was not found is looked for again: it may be new. */
const ABSENCE_AGE = 200;

/** Everything that one statement read. */
interface Reading {
  /** When it was asked for, by the clock. */
  readonly asked: number;
  readonly states: Promise<ReadonlyMap<string, ClientState>>;
}

/** For tests: another clock in milliseconds, another trust. */
export interface ClientStatesOptions {
  readonly now?: () => number;
  readonly maximumAge?: number;
}

/**
 * The states of all clients, read together when somebody asks and none is fresh: at most one
 * statement in two seconds for clients that are registered, whatever the number of requests. A change
 * is seen within that time by every process, a new client at once or nearly; without an answer of the
 * database nobody is let in on older knowledge.
 */
export class ClientStates {
  private latest: Reading | null = null;
  private readonly now: () => number;
  private readonly maximumAge: number;

  constructor(
    private readonly database: Database,
    { now = () => performance.now(), maximumAge = MAXIMUM_AGE }: ClientStatesOptions = {},
  ) {
    this.now = now;
    this.maximumAge = maximumAge;
  }

  /**
   * The state of a client; null for one that is not registered.
   * @throws HubError SOURCE_UNAVAILABLE where the database does not answer in time.
   */
  async stateOf(id: string): Promise<ClientState | null> {
    const found = (await this.readWithin(this.maximumAge)).get(id);
    return found ?? (await this.readWithin(Math.min(ABSENCE_AGE, this.maximumAge))).get(id) ?? null;
  }

  /** The states as they were so many milliseconds ago at the longest. */
  private async readWithin(age: number): Promise<ReadonlyMap<string, ClientState>> {
    const reading =
      this.latest && this.ageOf(this.latest) < age ? this.latest : (this.latest = this.read());
    const states = await inTime(reading.states, this.maximumAge - this.ageOf(reading));
    if (this.ageOf(reading) >= this.maximumAge) throw unavailable();
    return states;
  }

  private ageOf({ asked }: Reading): number {
    return this.now() - asked;
  }

  private read(): Reading {
    const reading: Reading = { asked: this.now(), states: readStates(this.database) };
    reading.states.catch(() => {
      if (this.latest === reading) this.latest = null;
    });
    return reading;
  }
}

async function readStates({ drizzle }: Database): Promise<ReadonlyMap<string, ClientState>> {
  const { id, department, duties, jurisdiction, kind, state } = client;
  const columns = { id, department, duties, jurisdiction, kind, state };
  const states = await drizzle.select(columns).from(client);
  return new Map(states.map((found) => [found.id, found]));
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw unavailable(error);
  } finally {
    clearTimeout(timer);
  }
}

const unavailable = (cause?: unknown) =>
  clientsUnavailable("the register of client systems", cause);
