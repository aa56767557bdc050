/** A text for people, Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** One text after another, the empty ones left out. */
export function joined(texts: readonly Bilingual[]): Bilingual {
  return {
    zh: texts.map(({ zh }) => zh).join("；"),
    en: texts.map(({ en }) => en).join("; "),
  };
}
