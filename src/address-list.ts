import { BlockList, isIP } from "node:net";

/**
 * Network addresses, and ranges of them such as 10.0.0.0/24, to find a peer in.
 * @throws Error naming the first that is neither.
 */
export function addressList(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts.map((given) => given.trim())) {
    const [, address = "", prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
    const version = isIP(address);
    const bits = version === 4 ? 32 : 128;
    if (version === 0 || Number(prefix ?? bits) > bits) {
      throw new Error(`${text || "nothing"} is no IP address and no range of them (10.0.0.0/24)`);
    }
    list.addSubnet(address, Number(prefix ?? bits), version === 4 ? "ipv4" : "ipv6");
  }
  return list;
}

/** Whether a peer's address, as a socket gives it, is in the list; IPv4 addresses also as IPv6 writes them. */
export function isListed(list: BlockList, address: string | undefined): boolean {
  const version = isIP(address ?? "");
  return version !== 0 && list.check(address ?? "", version === 4 ? "ipv4" : "ipv6");
}
