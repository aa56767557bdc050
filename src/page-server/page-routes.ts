import type { ServerResponse } from "node:http";
import { todayInShanghai } from "../codes/calendar.js";
import type { Route } from "../gateway/http-server.js";
import { PAGES, START, type PageEntry } from "../pages/pages.js";
import { bundlePages, type Bundle } from "./bundle.js";
import { catalogueRoute, type CatalogueRouteOptions } from "./catalogue-route.js";
import {
  developerRoutes,
  isDeveloperMode,
  type DeveloperRoutesOptions,
} from "./developer-token.js";
import { publicRegister } from "./public-register.js";
import { reading } from "./reading.js";
import { pageHeaders, pageShell } from "./shell.js";

const EVERY_PAGE = [START, ...PAGES];

/** A year: the name of a file changes with its content. */
const FOR_GOOD = "public, max-age=31536000, immutable";

/** Pages whose code is made in one go: those that are small together, each of the others alone. */
const SMALL = EVERY_PAGE.filter(({ isLarge }) => !isLarge);
const LARGE = EVERY_PAGE.filter(({ isLarge }) => isLarge);

const made = new Map<PageEntry | undefined, Promise<Bundle>>();

/** The browser code of a large page, or of all others; made when first asked for and kept, but for a failure. */
function bundle(large: PageEntry | undefined): Promise<Bundle> {
  const known = made.get(large);
  if (known) return known;
  const making = bundlePages(large ? [large] : SMALL);
  made.set(large, making);
  making.catch(() => made.delete(large));
  return making;
}

/** What the pages' routes are made from. */
export type PageRoutesOptions = DeveloperRoutesOptions & CatalogueRouteOptions;

/**
 * The pages for browsers, what they load, the public register (`/register.json`), the data catalogue
 * (`/catalogue.json`), and in developer mode the tokens that the sign-in asks for.
 */
export function pageRoutes(options: PageRoutesOptions): Record<string, Route> {
  const isDeveloper = isDeveloperMode(options.config);
  const pages = EVERY_PAGE.map((page) => [`/${page.path}`, pageRoute(page, isDeveloper)] as const);
  return {
    ...Object.fromEntries(pages),
    "/assets/": reading(async (response, path) => {
      const name = path.slice("/assets/".length);
      const large = LARGE.find(({ folder }) => name.startsWith(`${folder}-`));
      const asset = (await bundle(large)).assets.get(name);
      if (!asset) return notFound(response);
      const { contentType, body } = asset;
      answer(response, { "content-type": contentType, "cache-control": FOR_GOOD }, body);
    }),
    "/register.json": reading((response) => {
      const register = publicRegister(options.register, todayInShanghai(new Date()));
      const headers = { "content-type": "application/json", "cache-control": "no-cache" };
      answer(response, headers, JSON.stringify(register));
    }),
    "/catalogue.json": catalogueRoute(options),
    ...(isDeveloper ? developerRoutes(options) : {}),
  };
}

/** The start page is for browsers alone: whoever else asks the hub's own address has taken the wrong one. */
function pageRoute(page: PageEntry, isDeveloper: boolean): Route {
  return reading(async (response, _path, { accept = "" }) => {
    if (page === START && !/\btext\/html\b/.test(accept)) return notFound(response);
    const assets = (await bundle(page.isLarge ? page : undefined)).pages.get(page.folder);
    if (!assets) return notFound(response);
    answer(response, pageHeaders(page, isDeveloper), pageShell(page, assets, isDeveloper));
  });
}

function answer(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): void {
  response.writeHead(200, { "x-content-type-options": "nosniff", ...headers }).end(body);
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
}
