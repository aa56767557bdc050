/** As whom, and for what, a page asks the hub. */
export interface Credentials {
  readonly token: string;
  /** Official name of the department, as the token has it. */
  readonly department: string;
  /** The person at the keyboard; null where the client acts by itself. */
  readonly operator: string | null;
  readonly duty: string;
  /** Reference of the case; null where none was given. */
  readonly case: string | null;
}

/** What a token says of itself; only the hub finds out whether it is true. */
export type TokenContent = Pick<Credentials, "department" | "operator"> & {
  readonly duties: readonly string[];
};

/** Where the browser keeps them until the tab is closed. */
const KEPT_AS = "hub-credentials";

/** What a token says; null for a text that is no token of a department. */
export function readToken(token: string): TokenContent | null {
  try {
    const part = token.split(".")[1] ?? "";
    const bytes = Uint8Array.from(atob(part.replace(/-/g, "+").replace(/_/g, "/")), (character) =>
      character.charCodeAt(0),
    );
    const { department, operator, duties } = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof department !== "string" || !Array.isArray(duties)) return null;
    return { department, operator: operator ?? null, duties: duties.map(String) };
  } catch {
    return null;
  }
}

/** The credentials of this tab; null where nobody has signed in. */
export function keptCredentials(): Credentials | null {
  return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? "null") as Credentials | null;
}

/** Keeps credentials in this tab, and nowhere else; null forgets them. */
export function keepCredentials(credentials: Credentials | null): void {
  if (credentials) sessionStorage.setItem(KEPT_AS, JSON.stringify(credentials));
  else sessionStorage.removeItem(KEPT_AS);
}
