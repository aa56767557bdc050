/** One line in both languages, Chinese first. */
export function inTwoLanguages(chinese: string, english: string): string {
  return `${chinese} / ${english}`;
}
