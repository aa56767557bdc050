import PDFDocument from "pdfkit";
import type { ReportDocument } from "../document/document.js";
import { reportDocument } from "../document/report-document.js";
import type { Language } from "../language.js";
import type { ReportView } from "../report-view.js";
import { breakLines } from "./break-lines.js";
import { documentRows } from "./document-rows.js";
import { SheetDrawer, type Pdf } from "./draw-sheet.js";
import { loadFont } from "./fonts.js";
import { paginate } from "./paginate.js";
import { Ruler } from "./ruler.js";
import { AREA, COLOURS, SIZES } from "./sheet.js";
import { Typesetter } from "./typesetter.js";

/**
 * A stored report as PDF, on sheets of A4: what its page says, from the same document. The same view
 * gives the same bytes; what the file says about itself names no person.
 */
export async function reportPdf(view: ReportView, language: Language): Promise<Uint8Array> {
  const document = reportDocument(view, language);
  const ruler = new Ruler();
  const sheets = paginate(documentRows(document, new Typesetter(ruler)), AREA.height);
  const pdf = openPdf(document, view.issuedOn);
  const bytes = collect(pdf);
  const drawer = new SheetDrawer(pdf, ruler);
  sheets.forEach((sheet, index) => {
    pdf.addPage();
    drawer.asArtifact(() =>
      drawMargins(drawer, ruler, document, `${index + 1} / ${sheets.length}`),
    );
    drawer.drawSheet(sheet);
  });
  drawer.end();
  pdf.end();
  return bytes;
}

function openPdf({ language, title }: ReportDocument, issuedOn: string): Pdf {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: language === "zh" ? "zh-CN" : "en",
    info: {
      Title: title,
      Creator: "Pujiang data hub",
      Producer: "Pujiang data hub",
      CreationDate: new Date(`${issuedOn}T00:00:00+08:00`),
    },
  });
  for (const name of ["latin", "han"] as const) pdf.registerFont(name, loadFont(name).bytes);
  return pdf;
}

/** What stands on every sheet: what it is and whether it is complete, its code, and which of how many it is. */
function drawMargins(
  drawer: SheetDrawer,
  ruler: Ruler,
  { title, number, state, code }: ReportDocument,
  place: string,
): void {
  const size = SIZES.margin;
  const [above, below] = [AREA.top - 24, AREA.top + AREA.height + 14];
  const draw = (text: string, side: "left" | "right", top: number) => {
    const [shown = ""] = breakLines(text, AREA.width / 2 - 5, size, ruler);
    const free = side === "left" ? 0 : AREA.width - ruler.widthOf(shown, size);
    const line = { text: shown, size, bold: false, colour: COLOURS.soft };
    drawer.drawText(line, AREA.left + free, top);
  };
  draw(title, "left", above);
  draw(`${number} · ${state}`, "right", above);
  draw(code, "left", below);
  draw(place, "right", below);
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });
}
