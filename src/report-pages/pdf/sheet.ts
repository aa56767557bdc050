/** The text area of a sheet of A4, in points: 20 mm free above, 15 mm at the sides, 18 mm below. */
export const AREA = { left: 42.52, top: 56.69, width: 510.24, height: 734.17 } as const;

/** Sizes of type. */
export const SIZES = {
  title: 17,
  sign: 13,
  heading: 12,
  cardHeading: 10,
  text: 9.5,
  table: 8.75,
  annex: 7.5,
  margin: 7.5,
} as const;

/** As on the page. */
export const COLOURS = {
  ink: "#1b1b1b",
  soft: "#4a4a4a",
  line: "#8a8a8a",
  faint: "#d5d5d5",
  tint: "#f4f4f1",
} as const;
