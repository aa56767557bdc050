import { plainText } from "../codes/plain-text.js";

/** Variant characters that registers and hand-written forms use for one another; first the standard one. */
const VARIANTS = [
  "吕呂",
  "黄黃",
  "峰峯",
  "升昇陞",
  "仙僊",
  "珍珎",
  "于於",
  "杰傑",
  "泽澤",
  "云雲",
  "华華",
  "国國",
  "芳芗",
  "丽麗",
  "凤鳳",
  "强強",
  "珠硃",
  "岳嶽",
  "秀琇",
  "坤堃",
  "哲喆",
  "群羣",
  "晋晉",
  "沈沉",
  "俞兪",
  "闫閆",
  "肖萧",
  "付傅",
] as const;

const STANDARD = new Map(
  VARIANTS.flatMap((group) => [...group].map((character) => [character, [...group][0] ?? ""])),
);

/**
 * How well two names fit, from 0 to 1: the part of their characters that agree place by place, once
 * widths, blanks, middle dots and variant characters are set aside. 1 is the same name. It only ever
 * compares names of one ID number: nobody is found or merged by a name.
 */
export function nameScore(name: string, other: string): number {
  const [one, two] = [standardName(name), standardName(other)];
  const longest = Math.max(one.length, two.length);
  if (longest === 0) return 0;
  return one.filter((character, place) => character === two[place]).length / longest;
}

function standardName(name: string): readonly string[] {
  return [...plainText(name).replace(/[·•・.]/g, "")].map(
    (character) => STANDARD.get(character) ?? character,
  );
}
