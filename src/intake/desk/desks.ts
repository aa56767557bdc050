import type { RequestContext } from "../../department/context.js";
import type { FindDivision } from "../../department/find-division.js";
import type { Subgraph } from "../../department/subgraph.js";
import { HubError } from "../../errors.js";
import type { Desk } from "./desk.js";

/** A department and its desk. */
export interface Staffed {
  readonly subgraph: Subgraph;
  readonly desk: Desk;
}

/** What one department answered; null where it did not. */
export interface Gathered<T> {
  readonly subgraph: Subgraph;
  readonly answer: T | null;
}

/** A division that no jurisdiction holds. */
const SOMEWHERE_ELSE = "";

/** The desks that this process reaches, in the order of the departments. */
export class Desks {
  constructor(readonly all: readonly Staffed[]) {}

  /** A department's desk. @throws Error for a department that this process does not reach */
  of(slug: string): Desk {
    const staffed = this.all.find(({ subgraph }) => subgraph.identity.slug === slug);
    if (!staffed) throw new Error(`no desk of ${slug}`);
    return staffed.desk;
  }

  /** The department that keeps a type of record, by its official name; undefined for none of that name. */
  keeperOf(type: string, owner: string): Staffed | undefined {
    return this.all.find(
      ({ subgraph: { identity, definition } }) =>
        identity.name === owner && Object.hasOwn(definition.records, type),
    );
  }

  /** The desk that gave an issue its number; undefined for a number of none. */
  ofIssue(id: string): Desk | undefined {
    const slug = id.replace(/-\d{4}-\d{7}$/, "");
    return this.all.find(({ subgraph }) => subgraph.identity.slug === slug)?.desk;
  }

  /**
   * Asks every desk at once, or that of one department; one that does not answer is told apart, and
   * fails nothing.
   */
  gather<T>(ask: (desk: Desk) => Promise<T>, only?: string | null): Promise<Gathered<T>[]> {
    const asked = this.all.filter(
      ({ subgraph }) => (only ?? subgraph.identity.name) === subgraph.identity.name,
    );
    return Promise.all(
      asked.map(async ({ subgraph, desk }) => {
        try {
          return { subgraph, answer: await ask(desk) };
        } catch (error) {
          if (error instanceof HubError && error.code === "SOURCE_UNAVAILABLE") {
            return { subgraph, answer: null };
          }
          throw error;
        }
      }),
    );
  }

  /** Asks the home department of an entity. */
  divisionOf: FindDivision = async (type, key, ctx: RequestContext) => {
    const home = this.all.find(({ subgraph: { definition } }) => {
      const { entities } = definition;
      return Object.hasOwn(entities, type) && entities[type]?.division !== undefined;
    });
    return home ? home.desk.divisionOf(type, key, ctx) : SOMEWHERE_ELSE;
  };
}
