/**
 * A code as it should have been keyed: full-width characters narrowed, blanks and invisible
 * characters dropped, letters in upper case. Every real file needs it.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u200b-\u200d\u2060]/g, "")
    .toUpperCase();
}
