import { inArray, isNull } from "drizzle-orm";
import type { Database } from "../database/database.js";
import { SharedReading, type SharedReadingOptions } from "../database/shared-reading.js";
import { clientsUnavailable } from "../identity/clients/clients-unavailable.js";
import type { OperationOwner } from "./operation-registry.js";
import { registeredOperation } from "./tables.js";

/** The operations of one department and duty. */
interface OwnOperations {
  readonly textByHash: ReadonlyMap<string, string>;
  readonly texts: ReadonlySet<string>;
}

type ByOwner = ReadonlyMap<string, OwnOperations>;

/** For tests: another clock in milliseconds, another trust. */
export type RegisteredOperationsOptions = Pick<SharedReadingOptions<ByOwner>, "now" | "maximumAge">;

/** The operations in force, as requests look them up: a change is seen within two seconds by every process. */
export class RegisteredOperations {
  private readonly operations: SharedReading<ByOwner>;
  /** By hash, so that a text is read once. */
  private known: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly database: Database,
    options: RegisteredOperationsOptions = {},
  ) {
    this.operations = new SharedReading({
      ...options,
      read: () => this.read(),
      unavailable: (cause) => clientsUnavailable("the register of operations", cause),
    });
  }

  /**
   * The text that a hash stands for under this department and duty; undefined where it stands for
   * nothing there, whatever it is to others.
   * @throws HubError SOURCE_UNAVAILABLE where the database does not answer in time.
   */
  textOf(owner: OperationOwner, hash: string): Promise<string | undefined> {
    return this.operations.find((all) => all.get(keyOf(owner))?.textByHash.get(hash));
  }

  /**
   * Whether a text is registered for this department and duty, to the letter.
   * @throws HubError SOURCE_UNAVAILABLE where the database does not answer in time.
   */
  async has(owner: OperationOwner, text: string): Promise<boolean> {
    const isThere = (all: ByOwner) => all.get(keyOf(owner))?.texts.has(text) || undefined;
    return (await this.operations.find(isThere)) ?? false;
  }

  private async read(): Promise<ByOwner> {
    const { department, duty, hash, withdrawnAt } = registeredOperation;
    const inForce = await this.database.drizzle
      .select({ department, duty, hash })
      .from(registeredOperation)
      .where(isNull(withdrawnAt));
    const texts = await this.textsOf(new Set(inForce.map((row) => row.hash)));
    this.known = texts;
    const byOwner = new Map<string, { textByHash: Map<string, string>; texts: Set<string> }>();
    for (const row of inForce) {
      const key = keyOf(row);
      const own = byOwner.get(key) ?? { textByHash: new Map(), texts: new Set() };
      byOwner.set(key, own);
      const text = texts.get(row.hash);
      if (text === undefined) continue;
      own.textByHash.set(row.hash, text);
      own.texts.add(text);
    }
    return byOwner;
  }

  /** A hash stands for one text, so that only those not known yet are read. */
  private async textsOf(hashes: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const kept = [...this.known].filter(([hash]) => hashes.has(hash));
    const missing = [...hashes].filter((hash) => !this.known.has(hash));
    if (missing.length === 0) return new Map(kept);
    const { hash, text } = registeredOperation;
    const found = await this.database.drizzle
      .select({ hash, text })
      .from(registeredOperation)
      .where(inArray(hash, missing));
    return new Map([...kept, ...found.map((row) => [row.hash, row.text] as const)]);
  }
}

const keyOf = ({ department, duty }: OperationOwner): string => `${department}|${duty}`;
