import { unreadable } from "../refusals.js";
import { readWholeXml } from "./read-xml.js";
import type { WorkbookZip } from "./workbook-zip.js";

/** The sheet of a workbook that is read. */
export interface Sheet {
  /** Its part in the zip. */
  readonly part: string;
  /** True where serial dates count from 1904. */
  readonly from1904: boolean;
}

interface Listed {
  readonly title: string;
  readonly relation: string;
  readonly hidden: boolean;
}

/** Finds the sheet of a title, or the first that is not hidden. @throws IntakeError FILE_UNREADABLE */
export async function findSheet(zip: WorkbookZip, name: string, title?: string): Promise<Sheet> {
  const sheets: Listed[] = [];
  let from1904 = false;
  await readPart(zip, name, "xl/workbook.xml", (element, attributes) => {
    if (element === "workbookPr") from1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
    if (element !== "sheet") return;
    const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? "";
    const hidden = (attributes["state"] ?? "visible") !== "visible";
    sheets.push({ title: attributes["name"] ?? "", relation, hidden });
  });
  const chosen = sheets.find((sheet) =>
    title === undefined ? !sheet.hidden : sheet.title === title,
  );
  if (!chosen) {
    const titles = sheets.map((sheet) => sheet.title).join("、");
    throw unreadable(
      name,
      `没有要读的工作表，现有：${titles}`,
      `it has no such sheet; there are: ${titles}`,
    );
  }
  let part = "";
  await readPart(zip, name, "xl/_rels/workbook.xml.rels", (element, attributes) => {
    if (element !== "Relationship" || attributes["Id"] !== chosen.relation) return;
    const target = attributes["Target"] ?? "";
    part = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  });
  return { part, from1904 };
}

async function readPart(
  zip: WorkbookZip,
  name: string,
  part: string,
  open: (element: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  const stream = await zip.read(part);
  if (!stream) throw unreadable(name, "不是 Excel 工作簿", "it is no Excel workbook");
  const ignore = () => undefined;
  await readWholeXml(stream, name, { open, text: ignore, close: ignore });
}
