import { is } from "drizzle-orm";
import { PgView } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import type { RightsPlan } from "../database/grant-rights.js";
import type { SessionRights } from "../database/session-rights.js";
import type { Caller } from "../identity/caller.js";
import type { Standing } from "../policy/decide.js";
import type { Policy } from "../policy/policy.js";
import { assignedDepartments, isInForce, isSameBody } from "../policy/register/register.js";
import { RecordRights } from "./column-rights.js";
import type { DepartmentIdentity } from "./identity.js";
import { relationRecords } from "./record-origin.js";
import { relationName, relationSchema, type Relation } from "./relation.js";
import type { Subgraph } from "./subgraph.js";

/**
 * The database roles of a policy: one a duty, for the departments that own none of the data, and one
 * for each owner under each of its duties. What a role may select is what the field policy lets such
 * a department read.
 */
export class DatabaseRights {
  private readonly owners: readonly DepartmentIdentity[];
  private readonly secured: ReadonlySet<Relation>;

  constructor(
    private readonly policy: Policy,
    departments: readonly Subgraph[],
  ) {
    this.owners = departments.map(({ identity }) => identity);
    const records = departments.flatMap(({ definition }) => relationRecords(definition.records));
    this.secured = new Set(
      records.flatMap(({ relation, division }) => (division ? [relation] : [])),
    );
  }

  /** Whether a database keeps rows of the table from callers of other divisions. */
  hidesRows(table: Relation, database: Database): boolean {
    return database.kind === "postgres" && this.secured.has(table);
  }

  /** The rights that a caller's statements run with. */
  of({ department, duty, jurisdiction }: Caller): SessionRights {
    const { register } = this.policy;
    const owner = this.owners.find(({ name }) => isSameBody(register, name, department));
    return { role: roleName(duty, owner), jurisdiction };
  }

  /** What each role may select of one department's tables and views; null where it has neither. */
  plan({ definition, columns }: Subgraph, date: string): RightsPlan | null {
    const relations = new Set(columns.map(({ origin }) => origin));
    const [first] = relations;
    if (!first) return null;
    const rights = new RecordRights(this.policy, columns);
    const standings = new Map(this.standings(date));
    const grants = new Map<string, { table: string; columns: string[]; roles: string[] }>();
    for (const [role, standing] of standings) {
      for (const [table, readable] of rights.readable(standing)) {
        const names = Object.values(readable).map((column) => column.name);
        const key = JSON.stringify([relationName(table), names]);
        const grant = grants.get(key) ?? { table: relationName(table), columns: names, roles: [] };
        grant.roles.push(role);
        grants.set(key, grant);
      }
    }
    return {
      schema: relationSchema(first),
      roles: [...standings.keys()],
      grants: [...grants.values()],
      rowSecurity: relationRecords(definition.records).flatMap(({ relation, division }) =>
        division ? [{ table: relationName(relation), column: division.name }] : [],
      ),
      foreign: [...relations].filter((one) => is(one, PgView)).map(relationName),
    };
  }

  /** The roles of every duty in force on a day, by name. */
  roles(date: string): string[] {
    return [...new Set([...this.standings(date)].map(([role]) => role))];
  }

  /** Every role with a department that it stands for. */
  private *standings(date: string): Iterable<[string, Standing]> {
    const { register } = this.policy;
    for (const duty of register.duties.filter((candidate) => isInForce(candidate, date))) {
      for (const department of assignedDepartments(register, duty)) {
        const owner = this.owners.find(({ name }) => isSameBody(register, name, department));
        yield [roleName(duty.id, owner), { department, duty: duty.id, date }];
      }
    }
  }
}

function roleName(duty: string, owner: DepartmentIdentity | undefined): string {
  const name = `hub_duty_${duty.replaceAll(".", "_")}`;
  return owner ? `${name}_${owner.slug.replaceAll("-", "_")}` : name;
}
