import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { todayInShanghai } from "../codes/calendar.js";
import type { Database } from "../database/database.js";
import { HubError } from "../errors.js";
import { aboutCell } from "../sealing/sealed-rows.js";
import type { Casework } from "./casework.js";
import { decisionDue } from "./clocks.js";
import type { ObjectionRow } from "./find-verifications.js";
import type { FindingRow } from "./finding-states.js";
import { lockVerification } from "./lock-verification.js";
import { addEvents, type VerificationRow } from "./store-report.js";
import { finding, objection, verification } from "./tables.js";

/** What a case worker may say of a finding. */
export type Disposition = Extract<FindingRow["state"], "UPHELD" | "DISMISSED" | "CORRECTED">;

/** Who does something, of which verification's finding. */
export interface Acting {
  readonly by: string;
  readonly verificationId: string;
}

/** The verification that a finding belongs to. @throws HubError BAD_USER_INPUT for an unknown finding. */
export async function verificationOfFinding(database: Database, id: string): Promise<string> {
  return (await findingById(database, id)).verificationId;
}

/**
 * Disposes of a finding, or does so anew: for a reason, by somebody. The hub draws no conclusion from it.
 * @throws HubError BAD_USER_INPUT for a finding that is settled or under objection
 */
export function disposeFinding(
  { database, now }: Casework,
  id: string,
  disposition: Disposition,
  reason: string,
  { by, verificationId }: Acting,
): Promise<void> {
  return database.transaction(async (transaction) => {
    await lockVerification(transaction, verificationId);
    const { state } = await findingById(transaction, id);
    if (state === "SETTLED") {
      throw refused("id", "the finding is settled: the latest report does not have it");
    }
    if ((await openObjections(transaction, id)) > 0) {
      throw refused("id", "an objection against the finding is open: resolve it first");
    }
    const at = now().toISOString();
    await transaction.drizzle
      .update(finding)
      .set({ state: disposition, reason, disposedBy: by, disposedAt: at })
      .where(eq(finding.id, id));
    await recount(transaction, verificationId);
    const note = `${disposition}: ${reason}`;
    await addEvents(transaction, [
      { verificationId, kind: "FINDING_DISPOSED", by, about: id, note, at },
    ]);
  });
}

/** What a family says against a finding. */
export interface Statement {
  readonly findingId: string;
  readonly statement: string;
  readonly evidence: readonly string[];
}

/** Keeps an objection; the finding is open again until it is resolved. @throws HubError BAD_USER_INPUT for a settled finding. */
export function raiseObjection(
  { database, sealing, now }: Casework,
  { findingId, statement, evidence }: Statement,
  { by, verificationId }: Acting,
): Promise<string> {
  return database.transaction(async (transaction) => {
    await lockVerification(transaction, verificationId);
    const { state } = await findingById(transaction, findingId);
    if (state === "SETTLED") throw refused("input.findingId", "the finding is settled already");
    const id = `O-${randomUUID()}`;
    const at = now().toISOString();
    await transaction.drizzle.insert(objection).values({
      id,
      verificationId,
      findingId,
      statement: sealing.seal(statement, aboutCell(objection.statement, id)),
      evidence: [...evidence],
      raisedBy: by,
      raisedAt: at,
      state: "OPEN",
    });
    await transaction.drizzle
      .update(finding)
      .set({ state: "OPEN" })
      .where(eq(finding.id, findingId));
    await recount(transaction, verificationId);
    await addEvents(transaction, [
      { verificationId, kind: "OBJECTION_RAISED", by, about: id, note: findingId, at },
    ]);
    return id;
  });
}

/** An objection by its id. @throws HubError BAD_USER_INPUT for none. */
export async function objectionById({ drizzle }: Database, id: string): Promise<ObjectionRow> {
  const [row] = await drizzle.select().from(objection).where(eq(objection.id, id));
  if (!row) throw refused("id", "there is no such objection");
  return row;
}

/** Resolves an objection, for a reason. @throws HubError BAD_USER_INPUT for one that is resolved. */
export function resolveObjection(
  { database, now }: Casework,
  id: string,
  accepted: boolean,
  resolution: string,
  { by, verificationId }: Acting,
): Promise<void> {
  return database.transaction(async (transaction) => {
    await lockVerification(transaction, verificationId);
    const { state } = await objectionById(transaction, id);
    if (state !== "OPEN") throw refused("id", "the objection is resolved already");
    const at = now().toISOString();
    await transaction.drizzle
      .update(objection)
      .set({
        state: accepted ? "ACCEPTED" : "REJECTED",
        resolution,
        resolvedBy: by,
        resolvedAt: at,
      })
      .where(eq(objection.id, id));
    await recount(transaction, verificationId);
    const note = `${accepted ? "ACCEPTED" : "REJECTED"}: ${resolution}`;
    await addEvents(transaction, [
      { verificationId, kind: "OBJECTION_RESOLVED", by, about: id, note, at },
    ]);
  });
}

/** Extends the time for the decision, once, for a reason. @throws HubError BAD_USER_INPUT. */
export function extendVerification(
  { database, now, parameters }: Casework,
  reason: string,
  { by, verificationId }: Acting,
): Promise<void> {
  return database.transaction(async (transaction) => {
    const { extended, submittedAt } = await lockVerification(transaction, verificationId);
    if (extended) throw refused("id", "the time for the decision was extended already");
    const at = now();
    const submittedOn = todayInShanghai(new Date(submittedAt));
    const dueOn = decisionDue(submittedOn, true, parameters(todayInShanghai(at)));
    await transaction.drizzle
      .update(verification)
      .set({ extended: true, dueOn })
      .where(eq(verification.id, verificationId));
    await addEvents(transaction, [
      { verificationId, kind: "EXTENDED", by, about: null, note: reason, at: at.toISOString() },
    ]);
  });
}

async function findingById({ drizzle }: Database, id: string): Promise<FindingRow> {
  const [row] = await drizzle.select().from(finding).where(eq(finding.id, id));
  if (!row) throw refused("id", "there is no such finding");
  return row;
}

async function openObjections({ drizzle }: Database, findingId: string): Promise<number> {
  const rows = await drizzle
    .select({ id: objection.id })
    .from(objection)
    .where(and(eq(objection.findingId, findingId), eq(objection.state, "OPEN")));
  return rows.length;
}

async function recount({ drizzle }: Database, id: VerificationRow["id"]): Promise<void> {
  await drizzle
    .update(verification)
    .set({
      openFindings: sql`(select count(*)::int from ${finding}
        where ${finding.verificationId} = ${id} and ${finding.state} = 'OPEN')`,
      openObjections: sql`(select count(*)::int from ${objection}
        where ${objection.verificationId} = ${id} and ${objection.state} = 'OPEN')`,
    })
    .where(eq(verification.id, id));
}

function refused(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
