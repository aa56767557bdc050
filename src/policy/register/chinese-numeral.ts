const DIGITS = "零一二三四五六七八九";

/** The value (1 to 99) of 一, 十, 二十一 or of Western digits, full-width too; undefined for anything else. */
export function parseNumeral(text: string): number | undefined {
  const western = text.normalize("NFKC");
  if (/^[1-9][0-9]?$/.test(western)) return Number(western);
  const parts = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!parts || text === "") return undefined;
  const [, first, ten, last] = parts;
  if (!ten) return first && !last ? DIGITS.indexOf(first) : undefined;
  return (first ? DIGITS.indexOf(first) : 1) * 10 + (last ? DIGITS.indexOf(last) : 0);
}

/** 1 to 99 as the document writes it: 一, 十, 二十一. */
export function formatNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${units > 0 ? DIGITS[units] : ""}`;
}
