/**
 * Words of secrets that somebody made up, or copied from a manual, instead of drawing them. Letters at
 * random spell a short one now and then: it counts where a word begins or ends.
 */
const PLACEHOLDER =
  /secret|password|passwd|change|example|default|develop|\btest|test\b|\bhub-|postgres|12345/i;

/** Bits that a secret's characters must carry at least, by how often each occurs: 32 random hexadecimal digits carry 100 and more. */
const LEAST_BITS = 96;

/** Characters that a database's password has at least. */
const LEAST_PASSWORD = 12;

/** Why a secret is too easily guessed for production; null for one that looks drawn at random. Never repeats it. */
export function weaknessOf(secret: string): string | null {
  if (PLACEHOLDER.test(secret)) return "looks like a placeholder";
  if (/^(.+?)\1+$/.test(secret)) return "repeats itself";
  if (bitsOf(secret) < LEAST_BITS) return "has too little variety to be random";
  return null;
}

/** Why the password in a database's URL is none for production; null for a sound one, or where the URL has none. */
export function passwordWeaknessOf(url: string): string | null {
  const { username, password } = new URL(url);
  if (password === "") return null;
  if (password === username || PLACEHOLDER.test(password)) return "its password is a default one";
  if (password.length >= LEAST_PASSWORD) return null;
  return `its password is shorter than ${LEAST_PASSWORD} characters`;
}

/** Shannon's entropy of the characters, times their number. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce(
    (bits, count) => bits + count * Math.log2(text.length / count),
    0,
  );
}
