import { X509Certificate } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import { isListed } from "../address-list.js";
import type { TrustedProxies } from "../config.js";
import { certificateThumbprint } from "../identity/clients/possession.js";

/**
 * Thumbprint of the verified certificate of who sent a request: the header's where a trusted proxy
 * sent it, the connection's otherwise; undefined without one. A header from anybody else is ignored.
 */
export function clientCertificate(
  { socket, headers }: IncomingMessage,
  proxies: TrustedProxies | undefined,
): string | undefined {
  if (proxies && isListed(proxies.addresses, socket.remoteAddress)) {
    const der = certificateIn(headers[proxies.certificateHeader]);
    return der && certificateThumbprint(der);
  }
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  const certificate = socket.getPeerX509Certificate();
  return certificate && certificateThumbprint(certificate.raw);
}

/**
 * The one certificate in a header, as proxies write it: DER in base64, bare or between colons (RFC
 * 9440), or PEM in percent-encoding; undefined for anything else.
 */
function certificateIn(header: string | string[] | undefined): Buffer | undefined {
  if (typeof header !== "string") return undefined;
  try {
    const base64 = decodeURIComponent(header)
      .replace(/^-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----\s*$/, "$1")
      .replace(/^:(.*):$/, "$1")
      .replace(/\s/g, "");
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
    return new X509Certificate(Buffer.from(base64, "base64")).raw;
  } catch {
    return undefined;
  }
}
