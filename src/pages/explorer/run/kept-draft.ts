import type { Draft } from "./question.js";

/**
 * What was written under a token, so that changing the duty does not lose it. In memory alone, since
 * variables may name a person, and for that token alone.
 */
let kept: { readonly token: string; readonly draft: Draft } | null = null;

/** The draft of this token; null where there is none. */
export function keptDraft(token: string): Draft | null {
  if (kept?.token !== token) kept = null;
  return kept?.draft ?? null;
}

/** Keeps a draft for this token, in place of any other. */
export function keepDraft(token: string, draft: Draft): void {
  kept = { token, draft };
}
