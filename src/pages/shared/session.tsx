import { createContext, type ComponentChildren } from "preact";
import { useContext, useState } from "preact/hooks";
import { keepCredentials, keptCredentials, type Credentials } from "./credentials.js";

interface Session {
  /** Null where nobody has signed in. */
  readonly credentials: Credentials | null;
  signIn(credentials: Credentials): void;
  /** Forgets the credentials, here and in the browser. */
  signOut(): void;
}

const SessionContext = createContext<Session | null>(null);

/** Knows who has signed in in this tab. */
export function SessionProvider({ children }: { readonly children: ComponentChildren }) {
  const [credentials, setCredentials] = useState(keptCredentials);
  const become = (next: Credentials | null) => {
    keepCredentials(next);
    setCredentials(next);
  };
  const session = { credentials, signIn: become, signOut: () => become(null) };
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** Who has signed in, and how that changes. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a part of a page outside its frame");
  return session;
}

/** The credentials, on a page that needs sign-in. */
export function useCredentials(): Credentials {
  const { credentials } = useSession();
  if (!credentials) throw new Error("a page that needs sign-in is mounted with needsSignIn");
  return credentials;
}
