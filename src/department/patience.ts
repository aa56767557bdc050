import { HubError } from "../errors.js";
import type { Database } from "../database/database.js";
import type { DepartmentIdentity } from "./identity.js";
import { SourceFailure } from "./live/source-failure.js";
import { sourceUnavailable } from "./source-unavailable.js";

/** A department's records as this process reaches them. */
export interface Source {
  readonly department: DepartmentIdentity;
  readonly database: Database;
}

/** How long sources are waited for, and who hears of those that fail. */
export interface Patience {
  /** Milliseconds a source may take for one batch of look-ups. */
  readonly sourceTimeout: number;
  /** Is told of a source's failure; the caller only learns that the source did not answer. */
  readonly onSourceFailure: (department: string, error: unknown) => void;
  /** Follows each question to a source, for counts and traces. */
  readonly watch: <T>(department: DepartmentIdentity, ask: () => Promise<T>) => Promise<T>;
}

/**
 * Waits for a source's answer.
 * @throws HubError SOURCE_UNAVAILABLE when the source fails or is late.
 */
export async function patiently<T>(
  { sourceTimeout, onSourceFailure, watch }: Patience,
  { department }: Source,
  answer: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new SourceFailure("SOURCE_LATE", `no answer within ${sourceTimeout} ms`)),
      sourceTimeout,
    );
  });
  try {
    return await watch(department, () => Promise.race([answer, late]));
  } catch (error) {
    if (error instanceof HubError) throw error;
    onSourceFailure(department.name, error);
    throw sourceUnavailable(department, error);
  } finally {
    clearTimeout(timer);
  }
}
