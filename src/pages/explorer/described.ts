import type { Bilingual } from "../shared/bilingual.js";

/** A schema description, which has Chinese first and English after an empty line, taken apart. */
export function described(description: string | null | undefined): Bilingual {
  const [zh = "", ...rest] = (description ?? "").split(/\n\n/);
  const en = rest.join("\n\n");
  return { zh, en: en === "" ? zh : en };
}

/** What a description begins with: short enough for a title. */
export function titleOf(description: string | null | undefined, otherwise: string): Bilingual {
  const { zh, en } = described(description);
  return {
    zh: zh.split(/[。；：，]/)[0] || otherwise,
    en: en.split(/[.;:,]/)[0] || otherwise,
  };
}
