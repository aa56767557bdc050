/** Many texts by their numbers, packed as UTF-8 outside of the heap. */
export class PackedTexts {
  private bytes = Buffer.allocUnsafe(64 * 1024);
  private ends = new Uint32Array(1024);
  private count = 0;

  /** Bytes of all texts. */
  get length(): number {
    return this.count === 0 ? 0 : (this.ends[this.count - 1] as number);
  }

  /** Adds a text, which gets the next number. */
  add(text: string): void {
    const start = this.length;
    const needed = start + Buffer.byteLength(text);
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2);
      larger.set(this.ends);
      this.ends = larger;
    }
    this.ends[this.count] = start + this.bytes.write(text, start);
    this.count += 1;
  }

  /** The text of a number; null where there is none. */
  at(index: number): string | null {
    if (!(index >= 0 && index < this.count)) return null;
    const start = index === 0 ? 0 : (this.ends[index - 1] as number);
    return this.bytes.toString("utf8", start, this.ends[index]);
  }
}
