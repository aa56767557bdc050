import { useWords } from "../shared/language.js";
import { downloadCsv } from "./csv.js";

const TEXT = {
  print: { zh: "打印", en: "Print" },
  download: { zh: "下载 CSV", en: "Download CSV" },
} as const;

interface ActionsProps {
  /** Name of the file. */
  readonly name: string;
  /** What the file holds: a heading row first. */
  readonly rows: () => readonly (readonly string[])[];
}

/** Prints what is shown, or gives it as a file. */
export function Actions({ name, rows }: ActionsProps) {
  const words = useWords(TEXT);
  return (
    <p class="actions">
      <button type="button" class="quiet" onClick={() => print()}>
        {words.print}
      </button>
      <button type="button" class="quiet" onClick={() => downloadCsv(name, rows())}>
        {words.download}
      </button>
    </p>
  );
}
