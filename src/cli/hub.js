#!/usr/bin/env node
// The package's bin: runs the tool from its TypeScript, from whichever directory it is called.
import { fileURLToPath } from "node:url";

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL("../../tsconfig.json", import.meta.url));
await import("tsx");
await import("./main.ts");
