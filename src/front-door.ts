import type { Config } from "./config.js";
import type { Database } from "./database/database.js";
import type { HttpServerOptions } from "./gateway/http-server.js";
import { tokenRoutes, type TokenRoutesOptions } from "./gateway/token-routes.js";
import { authenticate } from "./identity/authenticate.js";
import { ClientRegistry } from "./identity/clients/client-registry.js";
import { UsedProofs } from "./identity/clients/used-proofs.js";
import { signingKey } from "./identity/keys.js";
import { openVerifier } from "./identity/open-verifier.js";
import { OperationDoor } from "./operations/operation-door.js";
import { RegisteredOperations } from "./operations/registered-operations.js";
import { PAGE_OPERATIONS } from "./pages/operations.js";
import type { Register } from "./policy/register/register.js";

/** What a process finds out with who asks. */
export interface FrontDoorOptions extends Pick<
  TokenRoutesOptions,
  "recorder" | "requests" | "onUnexpected"
> {
  readonly config: Config;
  readonly register: Register;
  /** Keeps the registers of client systems and operations and the account of proofs. */
  readonly database: Database;
  /** Slug of the department that is served alone; null for the hub. */
  readonly department: string | null;
}

/** Whether tokens can be verified. */
export interface FrontDoorKeys {
  /** Makes sure that there are keys to verify tokens with. @throws where they cannot be had */
  readonly keys: () => Promise<void>;
}

/**
 * How a process identifies callers, which operations it lets through, and, for a hub with a signing
 * key, the routes that issue tokens.
 */
export async function frontDoor(
  options: FrontDoorOptions,
): Promise<Pick<HttpServerOptions, "identify" | "operations" | "routes"> & FrontDoorKeys> {
  const { config, register, database, department } = options;
  const verifier = await openVerifier(config, register, database, department);
  const key = department === null ? await signingKey(config) : undefined;
  const issuing = key && {
    ...options,
    registry: new ClientRegistry(database, register),
    used: new UsedProofs(database),
    signingKey: key,
    tokens: config.tokens,
    certificates: config.tls?.clientAuthorities !== undefined || config.proxies !== undefined,
  };
  return {
    keys: () => verifier.load(),
    identify: ({ headers, method, hub, path, certificate }, know) => {
      const request = {
        authorization: headers.authorization,
        dpop: headers["dpop"]?.toString(),
        duty: single(headers["hub-duty"]),
        case: single(headers["hub-case"]),
        method,
        address: `${hub}${path}`,
        certificate,
      };
      return authenticate(request, verifier, register, new Date(), know);
    },
    operations: new OperationDoor(
      config.boundCallers,
      new RegisteredOperations(database),
      department === null ? PAGE_OPERATIONS : undefined,
    ),
    routes: issuing ? tokenRoutes(issuing) : {},
  };
}

/** A header given twice is no header: the caller must say one thing. */
function single(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && !value.includes(",") ? value : undefined;
}
