import { TokenRefusal } from "./token-refusal.js";

/** The one kind of client assertion (RFC 7523, section 2.2). */
const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Characters that a person's name as `operator` may at most have. */
const MAXIMUM_OPERATOR = 100;

/** A token request as it came, checked for its form. */
export interface TokenForm {
  readonly assertion: string;
  /** The client id beside the assertion; null where none was given. */
  readonly clientId: string | null;
  /** Duty ids; null for all of the client's. */
  readonly scope: readonly string[] | null;
  /** The person at the keyboard; null where the client acts by itself. */
  readonly operator: string | null;
}

/**
 * Reads the form of a token request. An empty parameter counts as none (RFC 6749, section 3.2).
 * @throws TokenRefusal
 */
export function readTokenForm(form: URLSearchParams): TokenForm {
  const parameter = (name: string): string | null => {
    if (form.getAll(name).length > 1) {
      throw new TokenRefusal("invalid_request", `${name} is given more than once`);
    }
    return form.get(name) || null;
  };
  const grant = parameter("grant_type");
  if (grant === null) throw new TokenRefusal("invalid_request", "grant_type is missing");
  if (grant !== "client_credentials") {
    throw new TokenRefusal("unsupported_grant_type", "grant_type must be client_credentials");
  }
  if (parameter("client_secret") !== null) {
    throw new TokenRefusal("invalid_request", "clients authenticate by private_key_jwt alone");
  }
  const assertion = parameter("client_assertion");
  if (assertion === null || parameter("client_assertion_type") !== ASSERTION_TYPE) {
    const needed = `send client_assertion with client_assertion_type ${ASSERTION_TYPE}`;
    throw new TokenRefusal("invalid_client", needed);
  }
  return {
    assertion,
    clientId: parameter("client_id"),
    scope: readScope(parameter("scope")),
    operator: readOperator(parameter("operator")),
  };
}

function readScope(scope: string | null): string[] | null {
  const duties = [...new Set(scope?.split(" ").filter((duty) => duty !== "") ?? [])];
  return duties.length === 0 ? null : duties;
}

function readOperator(operator: string | null): string | null {
  if (operator === null) return null;
  const name = operator.trim();
  if (name === "" || name.length > MAXIMUM_OPERATOR || /\p{Cc}/u.test(name)) {
    throw new TokenRefusal("invalid_request", `operator is 1 to ${MAXIMUM_OPERATOR} characters`);
  }
  return name;
}
