/** A PostgreSQL array literal of elements already in text; null elements are NULL, arrays nest. */
export function arrayText(elements: readonly ArrayElement[]): string {
  return arePlain(elements)
    ? `{"${elements.join('","')}"}`
    : `{${elements.map(elementText).join(",")}}`;
}

/** Whether all are texts in which nothing is escaped: keys, by the hundred. */
function arePlain(elements: readonly ArrayElement[]): boolean {
  if (elements.length === 0) return false;
  return elements.every((one) => typeof one === "string") && !/[\\"]/.test(elements.join());
}

/** An element in text, NULL, or an array of the next dimension. */
export type ArrayElement = string | null | readonly ArrayElement[];

function elementText(element: ArrayElement): string {
  if (element === null) return "NULL";
  if (typeof element !== "string") return arrayText(element);
  return `"${element.replace(/[\\"]/g, "\\$&")}"`;
}

const TOKEN = /"((?:[^"\\]|\\.)*)"|[{},]|[^{},"]+/gs;

/** Reads an array literal as PostgreSQL prints it, each element by `parse`; NULL is null. */
export function parseArray(text: string, parse: (element: string) => unknown): unknown[] {
  const stack: unknown[][] = [[]];
  for (const [token, quoted] of text.slice(text.indexOf("{")).matchAll(TOKEN)) {
    const inner = stack[stack.length - 1] as unknown[];
    if (quoted !== undefined) inner.push(parse(quoted.replace(/\\(.)/gs, "$1")));
    else if (token === "{") stack.push([]);
    else if (token === "}") (stack[stack.length - 2] as unknown[]).push(stack.pop());
    else if (token !== ",") inner.push(token === "NULL" ? null : parse(token));
  }
  return stack[0]?.[0] as unknown[];
}
