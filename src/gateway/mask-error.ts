import type { GraphQLFormattedError } from "graphql";

/** Codes that Apollo Server gives to malformed requests: their text speaks of the request alone. No field has them. */
const REQUEST_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "BAD_REQUEST",
  "PERSISTED_QUERY_NOT_FOUND",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** The error as a client may see it: the hub's own as they are, anything unexpected as INTERNAL with a fixed text. */
export function maskError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code = formatted.extensions?.["code"];
  const { stacktrace: _stack, http: _http, ...extensions } = formatted.extensions ?? {};
  const isRequests = formatted.path === undefined && REQUEST_CODES.has(String(code));
  if (isHubCode(code) || isRequests) {
    return { ...formatted, extensions };
  }
  return {
    message: "the hub failed to answer; its log says why under the audit id",
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: "INTERNAL" },
  };
}

const HUB_CODES = new Set([
  "UNAUTHENTICATED",
  "DUTY_REQUIRED",
  "DUTY_UNKNOWN",
  "DUTY_NOT_ASSIGNED",
  "FIELD_NOT_AUTHORIZED",
  "CONSENT_REQUIRED",
  "OUT_OF_JURISDICTION",
  "CASE_REQUIRED",
  "SOURCE_UNAVAILABLE",
  "BAD_USER_INPUT",
  "OPERATION_TOO_COSTLY",
  "RATE_LIMITED",
  "OPERATION_NOT_REGISTERED",
  "IDEMPOTENCY_CONFLICT",
  "AUDIT_UNAVAILABLE",
]);

const isHubCode = (code: unknown) => HUB_CODES.has(String(code));
