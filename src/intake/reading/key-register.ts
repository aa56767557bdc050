/** Part of the places that are taken before there are made more. */
const FULL = 0.6;

/**
 * Remembers at which line every key of a file stood first, in 12 bytes a place instead of the key:
 * keys are told apart by 64 bits, so that two of a million are confused once in 30 million files.
 */
export class KeyRegister {
  private places = 1 << 12;
  private low = new Uint32Array(this.places);
  private high = new Uint32Array(this.places);
  private lines = new Uint32Array(this.places);
  private count = 0;

  /** The line of the first row with this key; null where this is the first, which is remembered. */
  firstLine(key: string, line: number): number | null {
    if (this.count > this.places * FULL) this.grow();
    const [low, high] = hash(key);
    const place = this.find(low, high);
    const first = this.lines[place] ?? 0;
    if (first !== 0) return first;
    this.put(place, low, high, line);
    this.count += 1;
    return null;
  }

  /** The place of a key, or the free one where it belongs; lines count from 1. */
  private find(low: number, high: number): number {
    let place = low & (this.places - 1);
    while (this.lines[place] !== 0 && (this.low[place] !== low || this.high[place] !== high)) {
      place = (place + 1) & (this.places - 1);
    }
    return place;
  }

  private put(place: number, low: number, high: number, line: number): void {
    this.low[place] = low;
    this.high[place] = high;
    this.lines[place] = line;
  }

  private grow(): void {
    const { low, high, lines } = this;
    this.places *= 2;
    this.low = new Uint32Array(this.places);
    this.high = new Uint32Array(this.places);
    this.lines = new Uint32Array(this.places);
    lines.forEach((line, place) => {
      if (line === 0) return;
      const [a, b] = [low[place] ?? 0, high[place] ?? 0];
      this.put(this.find(a, b), a, b, line);
    });
  }
}

/** Two independent hashes of 32 bits. */
function hash(key: string): readonly [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
    a = (a << 13) | (a >>> 19);
    b = (b << 17) | (b >>> 15);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return [a >>> 0, b >>> 0];
}
