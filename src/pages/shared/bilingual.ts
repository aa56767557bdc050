/** A language of the pages; Chinese is the first. */
export type Language = "zh" | "en";

/** The same in both languages. */
export interface Bilingual<Text = string> {
  readonly zh: Text;
  readonly en: Text;
}
