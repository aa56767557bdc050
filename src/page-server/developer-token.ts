import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import type { Config } from "../config.js";
import { HubError } from "../errors.js";
import type { AccessRecorder } from "../gateway/access-recorder.js";
import type { Route } from "../gateway/http-server.js";
import { readBody } from "../gateway/request-body.js";
import { jsonAnswer, type HttpAnswer } from "../identity/clients/http-answer.js";
import { departmentToken } from "../identity/department-token.js";
import { signingKey } from "../identity/keys.js";
import type { DeveloperTokenRequest } from "../pages/shared/developer-token.js";
import type { Register } from "../policy/register/register.js";

/** The largest body of such a request, in bytes. */
const MAXIMUM_BODY = 10_000;

/** The client system of such tokens. */
const CLIENT = "hub-pages";

const LOOPBACK: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

const Body: z.ZodType<DeveloperTokenRequest> = z.object({
  department: z.string(),
  duty: z.string(),
  operator: z.string().trim().min(1).max(100).optional(),
  jurisdiction: z
    .array(z.string().regex(/^\d{2,12}$/))
    .min(1)
    .max(50)
    .optional(),
});

/** What developers' tokens are made with. */
export interface DeveloperRoutesOptions {
  readonly config: Config;
  readonly register: Register;
  readonly recorder: AccessRecorder;
}

/**
 * Whether whoever sits at this machine may be any department: a hub that only this machine reaches,
 * that signs with its development key.
 */
export function isDeveloperMode(config: Config): boolean {
  const { production, signingKey, jwks, publicUrl, proxies, host } = config;
  const isConfigured = [signingKey, jwks, publicUrl, proxies].some((given) => given !== undefined);
  return !production && !isConfigured && LOOPBACK.includes(host === "::1" ? "[::1]" : host);
}

/** `POST /developer/token`: a token that lives an hour, for a page of this hub; it is on record before it leaves. */
export function developerRoutes(options: DeveloperRoutesOptions): Record<string, Route> {
  return {
    "/developer/token": async (request, response, { method, headers }) => {
      if (method !== "POST" || !isOwnPage(headers)) {
        request.resume();
        const refused = { error: "only a page of this hub asks for such a token" };
        send(response, jsonAnswer(403, { "cache-control": "no-store" }, refused));
        return;
      }
      send(response, await issue(await readBody(request, MAXIMUM_BODY), options));
    },
  };
}

/** Whether a page sent this that this hub served under a name which nobody elsewhere can take. */
function isOwnPage({ origin, host, "content-type": type }: IncomingHttpHeaders): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const page = new URL(origin);
  const isJson = /^application\/json\s*(;|$)/i.test(type ?? "");
  return isJson && page.host === host && LOOPBACK.includes(page.hostname);
}

async function issue(
  text: string,
  { config, register, recorder }: DeveloperRoutesOptions,
): Promise<HttpAnswer> {
  const arrived = performance.now();
  const { department, duty, operator, jurisdiction } = parsed(text);
  const token = await departmentToken(await signingKey(config), config.tokens, register, {
    client: CLIENT,
    department,
    duties: [duty],
    operator,
    jurisdiction,
    expires: "1h",
  });
  await recorder.record({
    id: randomUUID(),
    caller: { client: CLIENT, department, duty, operator: operator ?? null },
    operation: "developer/token",
    coordinates: [],
    concerned: [],
    decision: "ALLOWED",
    codes: [],
    arrived,
  });
  return jsonAnswer(200, { "cache-control": "no-store" }, { token });
}

function parsed(text: string): DeveloperTokenRequest {
  try {
    return Body.parse(JSON.parse(text));
  } catch {
    throw new HubError("BAD_USER_INPUT", "say the department and its duty", { argument: "body" });
  }
}

function send(
  response: {
    writeHead(status: number, headers: HttpAnswer["headers"]): { end(body: string): unknown };
  },
  { status, headers, body }: HttpAnswer,
): void {
  response.writeHead(status, headers).end(body);
}
