import { IntakeError } from "../../intake-error.js";
import { inTwoLanguages } from "../../mapping/in-two-languages.js";
import { LIMITS } from "../limits.js";
import { PackedTexts } from "./packed-texts.js";
import { readWholeXml } from "./read-xml.js";
import { RichText } from "./rich-text.js";
import type { WorkbookZip } from "./workbook-zip.js";

/** The texts that cells of a workbook refer to by number. @throws IntakeError FILE_TOO_LARGE */
export async function readSharedStrings(zip: WorkbookZip, name: string): Promise<PackedTexts> {
  const texts = new PackedTexts();
  const part = await zip.read("xl/sharedStrings.xml");
  if (!part) return texts;
  const rich = new RichText();
  await readWholeXml(part, name, {
    open(element) {
      if (element === "si") rich.begin();
      else rich.open(element);
    },
    text: (text) => rich.text(text),
    close(element) {
      rich.close(element);
      if (element !== "si") return;
      texts.add(rich.end());
      if (texts.length > LIMITS.sharedTextBytes) throw tooMuchText(name);
    },
  });
  return texts;
}

function tooMuchText(name: string): IntakeError {
  const mib = LIMITS.sharedTextBytes / 1024 / 1024;
  return new IntakeError(
    "FILE_TOO_LARGE",
    inTwoLanguages(
      `工作簿 ${name} 的文本超过 ${mib} MiB，请改用 CSV`,
      `${name} has more than ${mib} MiB of text; deliver it as CSV`,
    ),
    { file: name },
  );
}
