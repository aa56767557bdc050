import { Presets, SingleBar } from "cli-progress";
import type { LoadProgress } from "../../intake/load/load-options.js";

/** Milliseconds between two looks of the bar. */
const PACE = 100;

/** A load's progress on standard error, with its rate and the time left; where that is no terminal, nothing. */
export function loadBar(title: string): {
  readonly update: (progress: LoadProgress) => void;
  readonly end: () => void;
} {
  const bar = new SingleBar(
    {
      format: `${title} |{bar}| {percentage}%  {rows} rows, {rate}/s, {left}`,
      stream: process.stderr,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  );
  const begun = performance.now();
  let shown = 0;
  return {
    update({ phase, bytesRead, bytes, rows }) {
      const now = performance.now();
      if (shown === 0) bar.start(bytes, 0, { rows: 0, rate: 0, left: "" });
      if (phase === "READING" && now - shown < PACE) return;
      shown = now;
      const seconds = (now - begun) / 1000;
      const rate = Math.round(rows / seconds);
      const secondsLeft = Math.ceil((seconds * (bytes - bytesRead)) / Math.max(1, bytesRead));
      const left = phase === "READING" ? `${secondsLeft} s left` : "正在生效 taking effect";
      bar.update(bytesRead, { rows, rate, left });
    },
    end: () => bar.stop(),
  };
}
