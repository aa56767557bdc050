import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../database/database.js";
import type { Standing } from "../policy/decide.js";
import type { ManifestOperation } from "./read-manifest.js";
import { registeredOperation } from "./tables.js";

/** An operation as it is registered for one department and duty. */
export type RegisteredOperation = typeof registeredOperation.$inferSelect;

/** The department and the duty that an operation is registered for. */
export type OperationOwner = Pick<Standing, "department" | "duty">;

/** The register of operations; a change counts within 2 s in every process. */
export class OperationRegistry {
  constructor(
    private readonly database: Database,
    private readonly now: () => number = Date.now,
  ) {}

  /** Registers operations beside those that are registered already: systems of both releases go on. */
  async publish(
    { department, duty }: OperationOwner,
    operations: readonly ManifestOperation[],
  ): Promise<void> {
    const publishedAt = this.at();
    const rows = operations.map(({ hash, name, type, text }) => ({
      ...{ department, duty, hash, name, type, text, publishedAt },
    }));
    const { department: byDepartment, duty: byDuty, hash } = registeredOperation;
    await this.database.drizzle
      .insert(registeredOperation)
      .values(rows)
      .onConflictDoUpdate({
        target: [byDepartment, byDuty, hash],
        set: { publishedAt: sql`excluded.published_at`, withdrawnAt: null },
        setWhere: sql`${registeredOperation.withdrawnAt} is not null`,
      });
  }

  /** Every operation, withdrawn ones too, by department, duty and name. */
  list(): Promise<RegisteredOperation[]> {
    const { department, duty, name, publishedAt } = registeredOperation;
    return this.database.drizzle
      .select()
      .from(registeredOperation)
      .orderBy(department, duty, name, publishedAt);
  }

  /** Withdraws operations in force and answers the hashes of those that were. */
  async withdraw(
    { department, duty }: OperationOwner,
    hashes: readonly string[],
  ): Promise<string[]> {
    const withdrawn = await this.database.drizzle
      .update(registeredOperation)
      .set({ withdrawnAt: this.at() })
      .where(
        and(
          eq(registeredOperation.department, department),
          eq(registeredOperation.duty, duty),
          inArray(registeredOperation.hash, [...hashes]),
          isNull(registeredOperation.withdrawnAt),
        ),
      )
      .returning({ hash: registeredOperation.hash });
    return withdrawn.map(({ hash }) => hash);
  }

  private at(): string {
    return new Date(this.now()).toISOString();
  }
}
