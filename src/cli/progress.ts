import { Presets, SingleBar } from "cli-progress";
import type { ImportProgress } from "../county/import-demonstration.js";

/** A progress bar on standard error; where that is no terminal, nothing. */
export function progressBar(title: string): {
  readonly update: (progress: ImportProgress) => void;
  readonly end: () => void;
} {
  const bar = new SingleBar(
    {
      format: `${title} |{bar}| {value}/{total} households, {eta_formatted} left`,
      stream: process.stderr,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    update: ({ done, households }) => {
      if (!started) bar.start(households, 0);
      started = true;
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}
