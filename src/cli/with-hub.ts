import type { Answer } from "../casework/ask.js";
import { todayInShanghai } from "../codes/calendar.js";
import type { Config } from "../config.js";
import { DatabaseError } from "../database/database-error.js";
import type { DirectoryHolder } from "../database/data-directory-lock.js";
import { verifyingCaller, verifyingDepartment } from "../casework/read-households.js";
import { signingKey } from "../identity/keys.js";
import { issueToken } from "../identity/token-issuer.js";
import { blueprint, type Blueprint } from "../index.js";
import { openLog } from "../log.js";
import { startHub, type Running } from "../start-hub.js";
import { VERIFICATION_DUTY } from "../verification/reading/household-operation.js";

/** Asks the hub for a command, as the department that verifies. */
export type AskHub = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Answer>;

/** As which client system commands ask, and within which divisions. */
const CLIENT = "hub-command";
const EVERYWHERE = ["33"];

/**
 * Runs a command's questions: on a hub of its own, without a port, or through the running hub that
 * holds the embedded database.
 * @param reference the case
 */
export async function withHub<T>(
  config: Config,
  reference: string,
  work: (ask: AskHub, running: Running | null) => Promise<T>,
): Promise<T> {
  const plan = await blueprint();
  let running: Running;
  try {
    running = await startHub(plan, { config, log: openLog("silent"), listens: false });
  } catch (error) {
    const address = holderOf(error)?.address;
    if (!address) throw error;
    return work(await overHttp(config, plan, address, reference), null);
  }
  try {
    return await work(inProcess(plan, running, reference), running);
  } finally {
    await running.close();
  }
}

function holderOf(error: unknown): DirectoryHolder | null {
  const isHeld = error instanceof DatabaseError && error.code === "DATABASE_HELD";
  return isHeld ? (error.fields["holder"] as DirectoryHolder | null) : null;
}

function inProcess({ policy }: Blueprint, { casework }: Running, reference: string): AskHub {
  const caller = verifyingCaller(policy.register, {
    client: CLIENT,
    operator: null,
    jurisdiction: EVERYWHERE,
    case: reference,
    date: todayInShanghai(new Date()),
    credentials: {},
  });
  return (query, variables) => casework.ask(caller, query, variables);
}

async function overHttp(
  config: Config,
  { policy }: Blueprint,
  address: string,
  reference: string,
): Promise<AskHub> {
  const key = await signingKey(config);
  if (!key) throw new Error(`the hub at ${address} holds the database; ask it with a token`);
  const token = await issueToken(key, config.tokens, {
    sub: CLIENT,
    department: verifyingDepartment(policy.register),
    duties: [VERIFICATION_DUTY],
    jurisdiction: EVERYWHERE,
    expires: "8h",
  });
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${token}`,
    "hub-duty": VERIFICATION_DUTY,
    "hub-case": reference,
  };
  return async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${address}/graphql`, { method: "POST", headers, body });
    return (await response.json()) as Answer;
  };
}

/** The data of an answer. @throws Error with what it was refused with */
export function dataOf<Data>({ data, errors = [] }: Answer): Data {
  const [error] = errors;
  if (error) {
    const { code, argument, reason } = error.extensions ?? {};
    const where = [code, argument, reason].filter(Boolean).join(" ");
    throw new Error(`${error.message} (${where})`);
  }
  return data as Data;
}
