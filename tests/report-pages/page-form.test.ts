import { MARKS } from "../../src/report-pages/document/marks.js";
import { reportPage } from "../../src/report-pages/html/report-page.js";
import { STYLE } from "../../src/report-pages/html/style.js";
import { languageOf, type Language } from "../../src/report-pages/language.js";
import type { ReportView } from "../../src/report-pages/report-view.js";
import { attributesOf } from "./markup-parts.js";
import { eventful, NUMBER } from "./reports.js";

const page = (of: ReportView, language: Language = "zh") =>
  reportPage(of, { language, pdfAddress: `/reports/${NUMBER}.pdf` });

describe("the page as a page", () => {
  const { body, headers } = page(eventful());

  it("loads nothing and runs nothing, by its own policy", () => {
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+' 'sha256-[^ ]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(body).not.toMatch(/<(script|link|img|iframe|object)|\sstyle=|\son\w+=|url\(|@import/i);
  });

  it("has landmarks, one title, a language, and a way past the navigation", () => {
    expect(body).toMatch(/<html lang="zh-CN">/);
    expect(page(eventful(), "en").body).toMatch(/<html lang="en">/);
    for (const tag of ["main", "footer", "h1"]) {
      expect(body.match(new RegExp(`<${tag}[ >]`, "g"))).toHaveLength(1);
    }
    expect(body).toMatch(/<body>\s*<a class="skip" href="#report">/);
  });

  it("every heading of a table says what it heads", () => {
    const headings = body.match(/<th[ >][^>]*>/g) ?? [];
    expect(headings.length).toBeGreaterThan(100);
    for (const heading of headings) expect(heading).toMatch(/scope="(col|row|rowgroup)"/);
    expect(body.match(/<table/g)).toHaveLength(body.match(/<caption/g)?.length ?? -1);
  });

  it("every anchor and every label is there, once", () => {
    const ids = attributesOf(body, "id");
    expect(new Set(ids).size).toBe(ids.length);
    for (const label of attributesOf(body, "aria-labelledby")) expect(ids).toContain(label);
    for (const link of attributesOf(body, "href")) {
      if (link.startsWith("#")) expect(ids).toContain(link.slice(1));
    }
  });

  it("an outcome and a severity have a shape and words, not a colour alone", () => {
    const shapes = Object.values(MARKS).map(({ path, filled }) => `${path} ${filled}`);
    const alike = shapes.filter((shape, index) => shapes.indexOf(shape) !== index);
    expect(alike).toEqual([`${MARKS.WARNING.path} false`]);
    for (const [, after = ""] of body.matchAll(/<\/svg>([^<]*)/g)) expect(after).not.toBe("");
  });

  it("colours stand out against paper and tint: at least 4.5 to 1", () => {
    const inks = ["ink", "soft", "link", "alarm", "fine"].map(
      (name) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(STYLE)?.[1] ?? "",
    );
    for (const ink of [...inks, ...Object.values(MARKS).map(({ colour }) => colour)]) {
      for (const ground of ["#ffffff", "#f4f4f1"]) {
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it("the same report -> the same bytes", () => {
    expect(page(eventful())).toEqual(page(eventful()));
  });

  it("the language by ?lang=", () => {
    expect(languageOf("?lang=en")).toBe("en");
    expect(languageOf("?lang=fr")).toBe("zh");
    expect(languageOf("")).toBe("zh");
  });
});

/** Contrast of two colours by WCAG 2. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
