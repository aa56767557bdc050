let known: ReadonlyMap<string, number> | null = null;

/** True of a text that {@link encodeGb18030} takes. */
export function isInGbk(text: string): boolean {
  for (const character of text) {
    if (character >= "\u0080" && !pairs().has(character)) return false;
  }
  return true;
}

/**
 * A text in GB18030, as far as its one- and two-byte characters go, which hold every character of
 * GBK. @throws RangeError of a character beyond
 */
export function encodeGb18030(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length * 2);
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point < 0x80) {
      bytes[length++] = point;
      continue;
    }
    const pair = pairs().get(character);
    if (pair === undefined) throw new RangeError(`${character} is not in GBK`);
    length = bytes.writeUInt16BE(pair, length);
  }
  return bytes.subarray(0, length);
}

/** Every pair of bytes by the character it is, told by the decoder that files are read with. */
function pairs(): ReadonlyMap<string, number> {
  return (known ??= twoByteCharacters());
}

function twoByteCharacters(): ReadonlyMap<string, number> {
  const characters = new Map<string, number>();
  const decoder = new TextDecoder("gb18030", { fatal: true });
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      characters.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail);
    }
  }
  return characters;
}
