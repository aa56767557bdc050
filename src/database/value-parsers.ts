import { parseArray } from "./array-text.js";

/** Reads what PostgreSQL prints. */
export type Parse = (text: string) => unknown;

const integer8: Parse = (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
};

/** `2026-03-01 08:00:00.5+08` to `2026-03-01T08:00:00.5+08:00`; infinity and years BC stay as printed. */
const timestampWithZone: Parse = (text) =>
  text.replace(/^(\d{4,}-\d\d-\d\d) (\S+[+-]\d\d)(:\d\d)?$/, (_, day, time, minutes) => {
    return `${day}T${time}${minutes ?? ":00"}`;
  });

const bytes: Parse = (text) => Buffer.from(text.slice(2), "hex");
const asPrinted: Parse = (text) => text;

/** pg_type's oid of a type and of its array, and how a value is read. */
const TYPES: readonly (readonly [oid: number, arrayOid: number, parse: Parse])[] = [
  [16, 1000, (text) => text === "t"], // bool
  [17, 1001, bytes], // bytea
  [20, 1016, integer8], // int8
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [25, 1009, asPrinted], // text
  [26, 1028, Number], // oid
  [114, 199, JSON.parse], // json
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [1042, 1014, asPrinted], // char(n)
  [1043, 1015, asPrinted], // varchar
  [1082, 1182, asPrinted], // date
  [1114, 1115, asPrinted], // timestamp
  [1184, 1185, timestampWithZone], // timestamptz
  [1700, 1231, asPrinted], // numeric
  [2950, 2951, asPrinted], // uuid
  [3802, 3807, JSON.parse], // jsonb
];

/** How each type's text is read, by oid; the text of any other type stays as PostgreSQL prints it. */
export const VALUE_PARSERS: ReadonlyMap<number, Parse> = new Map(
  TYPES.flatMap(([oid, arrayOid, parse]): [number, Parse][] => [
    [oid, (text) => parse(text)],
    [arrayOid, (text) => parseArray(text, (element) => parse(element))],
  ]),
);

/** How a type's text is read. */
export const parserOf = (oid: number): Parse => VALUE_PARSERS.get(oid) ?? asPrinted;
