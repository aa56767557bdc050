import type { Guard } from "./guard.js";

/** A source that is left alone at present. */
export interface RestingSource {
  readonly name: string;
  /** Milliseconds until it is tried again. */
  readonly restsFor: number;
}

/** The sources behind these guards whose breaker is open. */
export function restingAmong(guards: Iterable<Guard>): RestingSource[] {
  return [...guards].flatMap(({ name, restsFor }) =>
    restsFor === null ? [] : [{ name, restsFor }],
  );
}
