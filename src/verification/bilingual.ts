/** A text for people, Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
