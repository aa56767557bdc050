import { arrayText, type ArrayElement } from "./array-text.js";

/**
 * A value as PostgreSQL reads it: a Date in UTC, bytes in hexadecimal, an array as an array literal,
 * any other object as JSON. Undefined and null are NULL.
 */
export function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return arrayText(value.map(element));
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

function element(value: unknown): ArrayElement {
  return Array.isArray(value) ? value.map(element) : parameterText(value);
}
