import { existsSync } from "node:fs";

/** Where a system keeps its Chromium. */
const PLACES = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** The system's Chromium; undefined where there is none. */
export const CHROMIUM: string | undefined = PLACES.find((path) => path && existsSync(path));
