/**
 * What an operation may cost at most. Each limit but `rows` is of the text alone, all its operations
 * together, and is held against it before it is validated.
 */
export interface Limits {
  /** Lexical tokens of the text. */
  readonly tokens: number;
  /** Brackets within brackets of any kind. */
  readonly nesting: number;
  /** Fields below one another, fragments followed. */
  readonly depth: number;
  /** Fields under another name than their own, counted wherever their fragment is spread. */
  readonly aliases: number;
  /** Fields of an operation's root, fragments followed. */
  readonly rootFields: number;
  /** Fields of one selection, fragments followed. */
  readonly breadth: number;
  /** Fields and fragments, counted wherever their fragment is spread. */
  readonly selections: number;
  /** Directives. */
  readonly directives: number;
  /** Records and other objects that the answer is expected to hold. */
  readonly rows: number;
}

/** The name of a limit, as errors say it. */
export type LimitName = keyof Limits;

/** A limit that an operation goes beyond. */
export interface Excess {
  readonly limit: LimitName;
  readonly maximum: number;
  /** What the operation has; of tokens and nesting, what was read before the reading was given up. */
  readonly found: number;
}

/** The limits that measures go beyond, in the order of the measures. */
export function excessesOf(
  measures: Partial<Readonly<Record<LimitName, number>>>,
  limits: Limits,
): Excess[] {
  return (Object.entries(measures) as [LimitName, number][]).flatMap(([limit, found]) =>
    found > limits[limit] ? [{ limit, maximum: limits[limit], found }] : [],
  );
}
