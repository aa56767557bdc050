import type { SourceOutcome } from "../../verification/reading/source-outcome.js";
import type { FindingSeverity } from "../../verification/finding-code.js";

/** A sign that tells by its shape what the colour tells as well; the words beside it say it a third time. */
export interface Shape {
  /** SVG path in a box of 10 by 10. */
  readonly path: string;
  readonly filled: boolean;
  /** At least 4.5 to 1 against white. */
  readonly colour: string;
}

const GREEN = "#1b5e20";
const RED = "#9b1c1c";
const BROWN = "#7a4100";
const BLUE = "#1d4671";
const GREY = "#4a4a4a";

const CIRCLE = "M5 1a4 4 0 1 0 0 8a4 4 0 1 0 0-8z";
const TICK = "M1 5.5L4 8.5L9 1.5";
const WARNING = "M5 0.8L9.5 9H0.5zM5 3.6v2.6M5 7.2v0.7";

/** Every sign by what it says. */
export const MARKS = {
  FOUND: { path: CIRCLE, filled: true, colour: BLUE },
  NO_RECORD: { path: CIRCLE, filled: false, colour: GREY },
  NOT_AUTHORISED: { path: `${CIRCLE}M2.2 7.8L7.8 2.2`, filled: false, colour: RED },
  UNAVAILABLE: { path: WARNING, filled: false, colour: BROWN },
  HIGH: { path: "M5 0.8L9.6 9H0.4z", filled: true, colour: RED },
  MEDIUM: { path: "M5 0.6L9.4 5L5 9.4L0.6 5z", filled: true, colour: BROWN },
  LOW: { path: "M1.5 1.5h7v7h-7z", filled: false, colour: BLUE },
  DONE: { path: TICK, filled: false, colour: GREEN },
  NOT_DONE: { path: "M1.5 1.5L8.5 8.5M8.5 1.5L1.5 8.5", filled: false, colour: RED },
  OPEN: { path: "M1.5 1.5h7v7h-7zM3.5 5h3", filled: false, colour: BROWN },
  WARNING: { path: WARNING, filled: false, colour: RED },
} as const satisfies Readonly<Record<SourceOutcome | FindingSeverity | string, Shape>>;

/** What a sign says. */
export type Mark = keyof typeof MARKS;
