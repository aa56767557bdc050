import { useEffect } from "preact/hooks";

/** Puts a line at the foot of every printed sheet, and the sheet's number. */
export function usePrintMarks(line: string): void {
  useEffect(() => {
    const [sheet] = document.styleSheets;
    if (!sheet) return;
    const place = sheet.cssRules.length;
    const text = `"${line.replace(/["\\\n]/g, "\\$&")}"`;
    sheet.insertRule(
      `@page { size: A4 landscape; margin: 12mm 10mm 14mm;
        @bottom-left { content: ${text}; font-size: 8pt; width: 80% }
        @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt } }`,
      place,
    );
    return () => sheet.deleteRule(place);
  }, [line]);
}
