import { createHash } from "node:crypto";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { parseDocument } from "../../../src/policy/register/parse-document.js";
import { readDocument } from "../../../src/policy/register/read-document.js";
import { directoryWith } from "./fixtures.js";

const TEXT = "关于甲\n一、总则\n（一）事项。做好。（县甲局、县乙局）";

/** 中文 in GB18030, which Node cannot encode. */
const GB18030 = Buffer.from([0xd6, 0xd0, 0xce, 0xc4]);

function wordFile(paragraphs: readonly string[]): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return zipSync({
    "word/document.xml": strToU8(
      `<w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

async function read(name: string, content: string | Uint8Array) {
  return readDocument(join(directoryWith({ [name]: content }), name));
}

describe("documents that are read", () => {
  test("UTF-8 text -> the text and the hash of the file's bytes", async () => {
    const sha256 = createHash("sha256").update(TEXT).digest("hex");
    expect(await read("a.txt", TEXT)).toEqual({ text: TEXT, sha256 });
  });

  test.each([
    ["a byte-order mark", Buffer.from(`\uFEFF${TEXT}`), TEXT],
    ["UTF-16 with its mark", Buffer.from(`\uFEFF${TEXT}`, "utf16le"), TEXT],
    ["GB18030", GB18030, "中文"],
  ])("%s -> the same characters", async (_situation, bytes, text) => {
    expect((await read("a.TXT", bytes)).text).toBe(text);
  });

  test("the same paragraphs in a .docx -> the same duties", async () => {
    const { text } = await read("a.docx", wordFile(TEXT.split("\n")));
    const { document, duties } = parseDocument(text);
    expect(document.title).toBe("关于甲");
    expect(duties).toMatchObject([{ id: "1.1", departments: ["县甲局", "县乙局"] }]);
  });

  test("a .docx whose headings the word processor numbers -> refused with the reason", async () => {
    const { text } = await read("a.docx", wordFile(["总则", "事项。做好。（县甲局）"]));
    expect(() => parseDocument(text)).toThrow(/no item numbers/);
  });
});

describe("files that are refused", () => {
  test("a file that is not there -> FILE_MISSING with its path", async () => {
    const file = join(directoryWith({}), "none.txt");
    await expect(readDocument(file)).rejects.toMatchObject({
      code: "FILE_MISSING",
      message: expect.stringContaining(file),
    });
  });

  test.each([
    ["an empty file", "a.txt", "", "FILE_EMPTY"],
    ["blanks alone", "a.txt", " \n\n", "FILE_EMPTY"],
    ["bytes that are no text", "a.txt", Buffer.from([0, 1, 2, 0xff, 0xff]), "UNREADABLE"],
    ["an ending that is not supported", "a.pdf", "text", "FILE_UNSUPPORTED"],
    ["text under the name of a .docx", "a.docx", "text", "UNREADABLE"],
  ])("%s -> a clear code", async (_situation, name, content, code) => {
    await expect(read(name, content)).rejects.toMatchObject({ code });
  });

  test("a .docx without text -> FILE_EMPTY", async () => {
    await expect(read("a.docx", wordFile([]))).rejects.toMatchObject({ code: "FILE_EMPTY" });
  });
});
