import { HubError } from "../errors.js";
import type { Database } from "../database/database.js";
import type { DepartmentIdentity } from "./identity.js";
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
}

/**
 * Waits for a source's answer.
 * @throws HubError SOURCE_UNAVAILABLE when the source fails or is late.
 */
export async function patiently<T>(
  { sourceTimeout, onSourceFailure }: Patience,
  { department }: Source,
  answer: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${sourceTimeout} ms`)),
      sourceTimeout,
    );
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    if (error instanceof HubError) throw error;
    onSourceFailure(department.name, error);
    throw sourceUnavailable(department, error);
  } finally {
    clearTimeout(timer);
  }
}
