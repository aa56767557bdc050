import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { TrustedProxies } from "../config.js";
import { clientAddress } from "./client-address.js";
import { clientCertificate } from "./client-certificate.js";

/** A request as it reached the hub, before anybody is believed. */
export interface Arrival {
  readonly headers: IncomingHttpHeaders;
  /** HTTP method, in capitals. */
  readonly method: string;
  /** The hub's own address as clients know it, without a slash at its end. */
  readonly hub: string;
  /** Path that was asked, from the hub's address on. */
  readonly path: string;
  /** Query with its question mark; empty without one. */
  readonly search: string;
  /** IP address of who asks; of a proxy that is not trusted, where one is between. */
  readonly address: string;
  /** Thumbprint of the verified client certificate; undefined without one. */
  readonly certificate: string | undefined;
}

/** A path that stands for itself: nothing in it is to be decoded, left out or told apart. */
const PLAIN_PATH = /^\/[a-z0-9-]*$/i;

/** What a request brought, to a hub of this address behind these proxies. */
export function arrivalOf(
  request: IncomingMessage,
  hub: string,
  proxies: TrustedProxies | undefined,
): Arrival {
  const { path, search } = partsOf(request.url ?? "/");
  return {
    headers: request.headers,
    method: (request.method ?? "").toUpperCase(),
    hub,
    path,
    search,
    address: clientAddress(request, proxies),
    certificate: clientCertificate(request, proxies),
  };
}

function partsOf(url: string): Pick<Arrival, "path" | "search"> {
  if (PLAIN_PATH.test(url)) return { path: url, search: "" };
  const { pathname: path, search } = new URL(url, "http://hub");
  return { path, search };
}
