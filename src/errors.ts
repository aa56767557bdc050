import { GraphQLError, type ASTNode } from "graphql";

/** Every code that `errors[].extensions.code` can carry beside those of GraphQL itself. */
export type HubErrorCode =
  | "UNAUTHENTICATED"
  | "DUTY_REQUIRED"
  | "DUTY_UNKNOWN"
  | "DUTY_NOT_ASSIGNED"
  | "FIELD_NOT_AUTHORIZED"
  | "CONSENT_REQUIRED"
  | "OUT_OF_JURISDICTION"
  | "CASE_REQUIRED"
  | "SOURCE_UNAVAILABLE"
  | "BAD_USER_INPUT"
  | "OPERATION_TOO_COSTLY"
  | "RATE_LIMITED"
  | "OPERATION_NOT_REGISTERED"
  | "IDEMPOTENCY_CONFLICT"
  | "AUDIT_UNAVAILABLE"
  | "INTERNAL";

/** HTTP status of an answer that carries nothing but this error; 200 for errors at a field's path. */
const STATUS: Partial<Record<HubErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  DUTY_REQUIRED: 400,
  DUTY_UNKNOWN: 400,
  CASE_REQUIRED: 400,
  DUTY_NOT_ASSIGNED: 403,
  FIELD_NOT_AUTHORIZED: 403,
  OPERATION_NOT_REGISTERED: 403,
  IDEMPOTENCY_CONFLICT: 409,
  OPERATION_TOO_COSTLY: 400,
  RATE_LIMITED: 429,
};

/** An error that the caller is meant to read: a stable code, its fields, and text that names no person. */
export class HubError extends GraphQLError {
  constructor(
    readonly code: HubErrorCode,
    message: string,
    fields: Readonly<Record<string, unknown>> = {},
    options: { readonly cause?: unknown; readonly nodes?: ASTNode | undefined } = {},
  ) {
    const status = STATUS[code];
    super(message, {
      extensions: { code, ...(status ? { http: { status } } : {}), ...fields },
      nodes: options.nodes,
      originalError: options.cause instanceof Error ? options.cause : null,
    });
  }
}

/** The HTTP status that an error asks for; undefined for one that leaves it to the answer. */
export function httpStatusOf({ extensions }: Pick<GraphQLError, "extensions">): number | undefined {
  return (extensions["http"] as { readonly status?: number } | undefined)?.status;
}
