import type { OutputFile } from "esbuild";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PageEntry } from "../pages/pages.js";

const PAGES_FOLDER = fileURLToPath(new URL("../pages/", import.meta.url));

/** Browsers that the pages run in. */
const BROWSERS = ["chrome87", "firefox78", "safari15"];

/** A file that pages load; its name holds a hash of its content. */
export interface Asset {
  readonly body: Uint8Array;
  readonly contentType: string;
}

/** The names of what one page loads. */
export interface PageAssets {
  readonly script: string;
  readonly style: string | undefined;
}

/** The browser code of the pages, ready to be sent. */
export interface Bundle {
  /** By the page's folder. */
  readonly pages: ReadonlyMap<string, PageAssets>;
  /** By name. */
  readonly assets: ReadonlyMap<string, Asset>;
}

let latest: Promise<unknown> = Promise.resolve();

/**
 * Makes the browser code of these pages from their sources; what they share is loaded once. One bundle
 * after another, since the bundler's process is stopped after each.
 * @throws BuildFailure where a source is faulty
 */
export function bundlePages(pages: readonly PageEntry[]): Promise<Bundle> {
  const making = latest.then(() => makeBundle(pages));
  latest = making.catch(() => undefined);
  return making;
}

async function makeBundle(pages: readonly PageEntry[]): Promise<Bundle> {
  const { build, stop } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    entryPoints: pages.map(({ folder }) => ({
      in: join(PAGES_FOLDER, folder, "main.tsx"),
      out: folder,
    })),
    absWorkingDir: PAGES_FOLDER,
    tsconfig: join(PAGES_FOLDER, "tsconfig.json"),
    outdir: PAGES_FOLDER,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: "esm",
    target: BROWSERS,
    minify: true,
    charset: "utf8",
    entryNames: "[name]-[hash]",
    chunkNames: "shared-[hash]",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  }).finally(stop);
  const entries = Object.entries(metafile.outputs).flatMap(([path, { entryPoint, cssBundle }]) => {
    const [folder, file] = entryPoint?.split("/") ?? [];
    if (folder === undefined || file !== "main.tsx") return [];
    const style = cssBundle === undefined ? undefined : basename(cssBundle);
    return [[folder, { script: basename(path), style }] as const];
  });
  return { pages: new Map(entries), assets: new Map(outputFiles.map(assetOf)) };
}

function assetOf({ path, contents }: OutputFile): [name: string, asset: Asset] {
  const contentType = path.endsWith(".css") ? "text/css" : "text/javascript";
  return [basename(path), { body: contents, contentType: `${contentType}; charset=utf-8` }];
}
