import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { isListed } from "../address-list.js";
import type { TrustedProxies } from "../config.js";

/**
 * The address that a request came from: the last one in `X-Forwarded-For` that is no proxy, where a
 * trusted proxy sent it, and the connection's otherwise. Empty once the connection is gone.
 */
export function clientAddress(
  { socket, headers }: IncomingMessage,
  proxies: TrustedProxies | undefined,
): string {
  const direct = socket.remoteAddress ?? "";
  if (!proxies || !isListed(proxies.addresses, direct)) return direct;
  const passedOn = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const named = passedOn.map((address) => address.trim()).filter((address) => isIP(address) !== 0);
  return named.findLast((address) => !isListed(proxies.addresses, address)) ?? direct;
}
