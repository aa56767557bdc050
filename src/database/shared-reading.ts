/** Milliseconds for which what was read is trusted, counted from when it was asked for. */
const MAXIMUM_AGE = 2000;

/** Milliseconds after which what was not found is looked for again: it may be new. */
const ABSENCE_AGE = 200;

/** Everything that was read at once. */
interface Reading<Content> {
  /** When it was asked for, by the clock. */
  readonly asked: number;
  readonly content: Promise<Content>;
  /** Once it is there. */
  arrived?: { readonly content: Content };
}

/** How something is read for many requests at once. */
export interface SharedReadingOptions<Content> {
  readonly read: () => Promise<Content>;
  /** The error of whoever asks while the database does not answer in time. */
  readonly unavailable: (cause?: unknown) => Error;
  /** Milliseconds by another clock, for tests. */
  readonly now?: (() => number) | undefined;
  /** Another trust in milliseconds, for tests. */
  readonly maximumAge?: number | undefined;
}

/**
 * A small part of the database that every request needs, read whole when somebody asks and no
 * reading is fresh: at most once in two seconds for what is there, whatever the number of requests.
 * A change is seen within that time by every process, an addition at once or nearly; without an
 * answer of the database nobody gets older knowledge.
 */
export class SharedReading<Content> {
  private latest: Reading<Content> | null = null;
  private readonly now: () => number;
  private readonly maximumAge: number;

  constructor(private readonly options: SharedReadingOptions<Content>) {
    this.now = options.now ?? (() => performance.now());
    this.maximumAge = options.maximumAge ?? MAXIMUM_AGE;
  }

  /**
   * What `look` finds; undefined where it finds nothing in a reading that is hardly old either.
   * @throws what `unavailable` makes, where the database does not answer in time.
   */
  async find<Found>(look: (content: Content) => Found | undefined): Promise<Found | undefined> {
    const found = look(await this.readWithin(this.maximumAge));
    return found ?? look(await this.readWithin(Math.min(ABSENCE_AGE, this.maximumAge)));
  }

  /** What was there so many milliseconds ago at the longest. */
  private async readWithin(age: number): Promise<Content> {
    const reading =
      this.latest && this.ageOf(this.latest) < age ? this.latest : (this.latest = this.read());
    if (reading.arrived) return reading.arrived.content;
    const content = await this.inTime(reading.content, this.maximumAge - this.ageOf(reading));
    if (this.ageOf(reading) >= this.maximumAge) throw this.options.unavailable();
    return content;
  }

  private ageOf({ asked }: Reading<Content>): number {
    return this.now() - asked;
  }

  private read(): Reading<Content> {
    const reading: Reading<Content> = { asked: this.now(), content: this.options.read() };
    reading.content.then(
      (content) => (reading.arrived = { content }),
      () => {
        if (this.latest === reading) this.latest = null;
      },
    );
    return reading;
  }

  private async inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("no answer in time")), milliseconds);
    });
    try {
      return await Promise.race([work, late]);
    } catch (error) {
      throw this.options.unavailable(error);
    } finally {
      clearTimeout(timer);
    }
  }
}
