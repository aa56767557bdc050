/** Lets work of the same key run one after the other, in the order it came, within this process. */
export class Turns {
  private readonly latest = new Map<string, Promise<unknown>>();

  /** Runs `work` once all that came before it for the key is over, whatever came of it. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mine = this.latest.get(key)?.then(work, work) ?? work();
    this.latest.set(key, mine);
    const leave = () => {
      if (this.latest.get(key) === mine) this.latest.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }
}
