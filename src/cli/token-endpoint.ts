import type { Config } from "../config.js";
import { listeningUrl } from "../gateway/listening-url.js";
import { TOKEN_PATH } from "../gateway/token-routes.js";
import { hasSigningKey } from "../identity/keys.js";

/** The address of the hub's token endpoint as clients know it; null for a hub that issues no tokens. */
export function tokenEndpoint(config: Config): string | null {
  const { publicUrl, host, port, tls } = config;
  const hub = publicUrl ?? listeningUrl(host, port, tls !== undefined);
  return hasSigningKey(config) ? `${hub}${TOKEN_PATH}` : null;
}
