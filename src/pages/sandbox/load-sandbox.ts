import type { Elsewhere } from "../pages.js";
import { APART, headersOf } from "../shared/api.js";
import type { Credentials } from "../shared/credentials.js";

/** Under the origin of the page's entry. */
const SCRIPT = "/_latest/embeddable-sandbox.umd.production.min.js";

/** How long an answer from elsewhere is waited for, in milliseconds. */
const PATIENCE = 15_000;

/** What became of loading: `silent` where the script came and its frame did not answer. */
export type Loaded = "ready" | "unreachable" | "silent";

/** What the script brings, as far as it is used here. */
type EmbeddedSandbox = new (options: {
  readonly target: HTMLElement;
  readonly initialEndpoint: string;
  readonly endpointIsEditable: boolean;
  readonly runTelemetry: boolean;
  readonly initialState: {
    readonly document: string;
    readonly includeCookies: boolean;
    readonly pollForSchemaUpdates: boolean;
  };
  readonly handleRequest: (address: string, options: RequestInit) => Promise<Response>;
}) => unknown;

const FIRST_QUERY = "{ viewer { department duty readableFields } }";

/**
 * Loads Apollo Sandbox into an element. It names the hub's address alone; the headers that say who asks
 * are added here, to requests of this hub and to no others, so that its frame never has the token.
 */
export async function loadSandbox(
  { scripts, frames }: Elsewhere,
  target: HTMLElement,
  credentials: Credentials,
): Promise<Loaded> {
  if (!(await hasLoaded(`${scripts}${SCRIPT}`))) return "unreachable";
  const { EmbeddedSandbox } = window as unknown as { readonly EmbeddedSandbox?: EmbeddedSandbox };
  if (!EmbeddedSandbox) return "unreachable";
  const answered = hasAnswered(frames);
  new EmbeddedSandbox({
    target,
    initialEndpoint: new URL("graphql", document.baseURI).href,
    endpointIsEditable: false,
    runTelemetry: false,
    initialState: { document: FIRST_QUERY, includeCookies: false, pollForSchemaUpdates: false },
    handleRequest: (_address, { method, headers, body, signal }) =>
      fetch("graphql", {
        ...(method === undefined ? {} : { method }),
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
        headers: { ...(headers as Record<string, string>), ...headersOf(credentials) },
        ...APART,
      }),
  });
  return (await answered) ? "ready" : "silent";
}

/** Whether a script arrives in time. */
function hasLoaded(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
    setTimeout(() => resolve(false), PATIENCE);
    document.head.append(script);
  });
}

/** Whether a frame of this origin says anything in time. */
function hasAnswered(origin: string): Promise<boolean> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      if (event.origin === origin) end(true);
    };
    const end = (isHeard: boolean) => {
      removeEventListener("message", listen);
      resolve(isHeard);
    };
    addEventListener("message", listen);
    setTimeout(() => end(false), PATIENCE);
  });
}
