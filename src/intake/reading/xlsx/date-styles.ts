import { readWholeXml } from "./read-xml.js";
import type { WorkbookZip } from "./workbook-zip.js";

/** Number formats that are dates without saying so (ECMA-376, 18.8.30), those of Chinese locales included. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** The numbers of a workbook's cell styles that show a number as a date. */
export async function readDateStyles(zip: WorkbookZip, name: string): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  const part = await zip.read("xl/styles.xml");
  if (!part) return dates;
  const formats = new Map<number, string>();
  let inCellStyles = false;
  let style = 0;
  await readWholeXml(part, name, {
    open(element, attributes) {
      if (element === "numFmt") {
        formats.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      } else if (element === "cellXfs") {
        inCellStyles = true;
      } else if (element === "xf" && inCellStyles) {
        const id = Number(attributes["numFmtId"] ?? 0);
        const format = formats.get(id);
        if (format === undefined ? isBuiltInDate(id) : isDateFormat(format)) dates.add(style);
        style += 1;
      }
    },
    text: () => undefined,
    close(element) {
      if (element === "cellXfs") inCellStyles = false;
    },
  });
  return dates;
}

/** True of a format with year, month or day in it, quoted texts, colours and locales left aside. */
function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  return /[yd]|m{1,5}|e(?![+-])/i.test(bare.replace(/general/i, ""));
}
