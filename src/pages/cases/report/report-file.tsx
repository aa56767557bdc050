import { useState } from "preact/hooks";
import { APART, headersOf } from "../../shared/api.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { useCredentials } from "../../shared/session.js";

const TEXT = {
  download: { zh: "下载报告（PDF）", en: "Download the report (PDF)" },
  making: { zh: "正在生成……", en: "Making it…" },
  print: { zh: "打印", en: "Print" },
  failed: {
    zh: "未能取得报告文件，请稍后再试。",
    en: "The file did not come: try again later.",
  },
  saved: { zh: "报告文件已下载。", en: "The file is downloaded." },
} as const;

/** Milliseconds after which the browser has certainly taken over a file. */
const TAKEN_OVER = 60_000;

/** Downloads the report as a file, which the hub gives to whoever may read it by the token alone. */
export function ReportFile({ id }: { readonly id: string }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const credentials = useCredentials();
  const [state, setState] = useState<"making" | "failed" | "saved" | null>(null);
  const download = async () => {
    setState("making");
    const address = `reports/${encodeURIComponent(id)}.pdf${language === "en" ? "?lang=en" : ""}`;
    try {
      const response = await fetch(address, { headers: headersOf(credentials), ...APART });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      save(await response.blob(), `${id}.pdf`);
      setState("saved");
    } catch {
      setState("failed");
    }
  };
  return (
    <div class="buttons no-print">
      <button
        type="button"
        class="quiet"
        disabled={state === "making"}
        onClick={() => void download()}
      >
        {state === "making" ? words.making : words.download}
      </button>
      <button type="button" class="quiet" onClick={() => print()}>
        {words.print}
      </button>
      <span role="status">{state === "saved" && words.saved}</span>
      <span role="alert">{state === "failed" && words.failed}</span>
    </div>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_OVER);
}
