const SHANGHAI_OFFSET = 8 * 3_600_000;

/**
 * The one way to write a moment that is hashed: to the millisecond in Asia/Shanghai,
 * `2026-03-01T08:00:00.000+08:00`. What is no moment stays as it is.
 */
export function instant(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) return text;
  return new Date(time + SHANGHAI_OFFSET).toISOString().replace("Z", "+08:00");
}
