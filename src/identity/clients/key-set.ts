import { readFile, stat } from "node:fs/promises";
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from "jose";
import { clientsUnavailable } from "./clients-unavailable.js";

/** Keys that verify tokens. */
export interface KeySet extends JWTVerifyGetKey {
  /** Makes sure that there are keys. @throws where the document cannot be had */
  load(): Promise<void>;
}

/** Milliseconds; for tests, which cannot wait. */
export interface KeySetTimes {
  /** How long an answer of the key set's server may take. */
  readonly timeout?: number;
  /** How long after a fetch an unknown key id does not bring about another. */
  readonly cooldown?: number;
  /** How long fetched keys are trusted, and so a key that is withdrawn still is. */
  readonly maximumAge?: number;
}

/**
 * Keys from a JWKS document. An http(s) URL is fetched when first needed, cached, and fetched again
 * for an unknown key id or when too old; a file is read again when it has changed, so replace it by
 * renaming. The keys throw HubError SOURCE_UNAVAILABLE where the document cannot be had.
 * @throws Error where the file cannot be read now.
 */
export async function readKeySet(
  location: string,
  { timeout = 3000, cooldown = 30_000, maximumAge = 600_000 }: KeySetTimes = {},
): Promise<KeySet> {
  if (!/^https?:\/\//.test(location)) {
    const read = watchedKeySet(location);
    await read();
    const keys = withFaultsTold(async (...header) => (await read())(...header));
    return Object.assign(keys, { load: async () => void (await read()) });
  }
  const options = {
    timeoutDuration: timeout,
    cooldownDuration: cooldown,
    cacheMaxAge: maximumAge,
  };
  const remote = createRemoteJWKSet(new URL(location), options);
  return Object.assign(withFaultsTold(remote), {
    load: async () => {
      if (!remote.fresh) await remote.reload();
    },
  });
}

/** Reads a file's key set, again only once the file is another. */
function watchedKeySet(path: string): () => Promise<JWTVerifyGetKey> {
  let version = "";
  let keys: JWTVerifyGetKey | undefined;
  return async () => {
    const { mtimeMs, size, ino } = await stat(path);
    const found = `${mtimeMs} ${size} ${ino}`;
    if (!keys || found !== version) {
      keys = createLocalJWKSet(JSON.parse(await readFile(path, "utf8")) as JSONWebKeySet);
      version = found;
    }
    return keys;
  };
}

/** Tells a token that no key fits from a key set that cannot be had. */
function withFaultsTold(keys: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (...header) => {
    try {
      return await keys(...header);
    } catch (error) {
      if (isTokensFault(error)) throw error;
      throw clientsUnavailable("the key set that verifies tokens", error);
    }
  };
}

function isTokensFault(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
