import { inflateSync } from "node:zlib";

/** The texts of a PDF that this project wrote, sheet by sheet, as somebody who searches it finds them: through the fonts' own tables. */
export function pdfTexts(bytes: Uint8Array): readonly string[] {
  const objects = objectsOf(Buffer.from(bytes).toString("latin1"));
  const fonts = fontsOf(objects);
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b/.test(object))
    .map((page) => {
      const contents = streamOf(objects, /\/Contents (\d+) 0 R/.exec(page)?.[1]);
      return textsOf(contents, fonts);
    });
}

function objectsOf(pdf: string): ReadonlyMap<string, string> {
  const found = pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g);
  return new Map([...found].map(([, id = "", object = ""]) => [id, object]));
}

function streamOf(objects: ReadonlyMap<string, string>, id: string | undefined): string {
  const object = objects.get(id ?? "") ?? "";
  const stream = /\nstream\n([^]*)\nendstream$/.exec(object)?.[1] ?? "";
  const raw = Buffer.from(stream, "latin1");
  return (object.includes("/FlateDecode") ? inflateSync(raw) : raw).toString("latin1");
}

/** The characters of each glyph, by the name of the font on the sheets, F1. */
function fontsOf(objects: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const fonts = new Map<string, readonly string[]>();
  for (const object of objects.values()) {
    for (const [, resources = ""] of object.matchAll(/\/Font <<([^>]*)>>/g)) {
      for (const [, name = "", id = ""] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1];
        fonts.set(name, glyphsOf(streamOf(objects, unicode)));
      }
    }
  }
  return fonts;
}

function glyphsOf(table: string): readonly string[] {
  return [...table.matchAll(/<[\da-f]+> <[\da-f]+> \[([^\]]*)\]/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/<([^>]*)>/g)].map(([, units = ""]) =>
      String.fromCharCode(...units.split(" ").map((unit) => parseInt(unit, 16))),
    ),
  );
}

/** What each line of text says, in the order in which it was drawn; two fonts of one line are one. */
function textsOf(contents: string, fonts: ReadonlyMap<string, readonly string[]>): string {
  let text = "";
  let base = "";
  for (const [, block = ""] of contents.matchAll(/\nBT\n([^]*?)\nET/g)) {
    const glyphs = fonts.get(/\/(F\d+) /.exec(block)?.[1] ?? "") ?? [];
    const line = / ([-\d.]+) Tm/.exec(block)?.[1] ?? "";
    if (text !== "" && line !== base) text += "\n";
    base = line;
    for (const [, hex = ""] of block.matchAll(/<([\da-f]+)>/g)) {
      for (const [glyph] of hex.matchAll(/.{4}/g)) text += glyphs[parseInt(glyph, 16)] ?? "";
    }
  }
  return text;
}
