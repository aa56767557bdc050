import { Lexer, Source, TokenKind, type Token } from "graphql";
import type { Limits } from "./limits.js";

/** What a text's tokens come to. */
export type TextShape = Pick<Limits, "tokens" | "nesting">;

const OPENING: ReadonlySet<string> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const CLOSING: ReadonlySet<string> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/** Measures the tokens after the first one, which stands before the text. */
export function textShape(start: Token | undefined): TextShape {
  let [tokens, open, nesting] = [0, 0, 0];
  for (let token = start?.next; token && token.kind !== TokenKind.EOF; token = token.next) {
    if (token.kind === TokenKind.COMMENT) continue;
    tokens += 1;
    if (OPENING.has(token.kind)) nesting = Math.max(nesting, (open += 1));
    else if (CLOSING.has(token.kind)) open -= 1;
  }
  return { tokens, nesting };
}

/**
 * Measures a text that is nested too deep for the parser, as far as so many tokens.
 * @throws GraphQLError for what is no token
 */
export function unparsedShape(text: string, maximumTokens: number): TextShape {
  const lexer = new Lexer(new Source(text));
  const start = lexer.token;
  for (let read = 0; read < maximumTokens; read += 1) {
    if (lexer.advance().kind === TokenKind.EOF) break;
  }
  return textShape(start);
}
