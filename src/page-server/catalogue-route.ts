import { todayInShanghai } from "../codes/calendar.js";
import type { Route } from "../gateway/http-server.js";
import { catalogueOf, type CatalogueSource } from "../policy/make-catalogue.js";
import type { Policy } from "../policy/policy.js";
import { sha256Hex } from "../policy/sha256.js";
import { reading } from "./reading.js";

/** What the catalogue is made from. */
export interface CatalogueRouteOptions {
  readonly policy: Policy;
  readonly departments: readonly CatalogueSource[];
}

/** `GET /catalogue.json`: the data catalogue and the policy, for anybody; made once a day, and sent again only where it changed. */
export function catalogueRoute({ policy, departments }: CatalogueRouteOptions): Route {
  let made: { readonly date: string; readonly body: string; readonly tag: string } | undefined;
  return reading((response, _path, { "if-none-match": known }) => {
    const date = todayInShanghai(new Date());
    if (made?.date !== date) {
      const body = JSON.stringify(catalogueOf(policy, departments, date));
      made = { date, body, tag: `"${sha256Hex(body).slice(0, 32)}"` };
    }
    const headers = { etag: made.tag, "cache-control": "no-cache" };
    if (known === made.tag) response.writeHead(304, headers).end();
    else {
      const content = { "content-type": "application/json", "x-content-type-options": "nosniff" };
      response.writeHead(200, { ...headers, ...content }).end(made.body);
    }
  });
}
