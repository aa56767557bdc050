import { BlockList, isIP } from "node:net";
import { Kind, type DirectiveNode, type DocumentNode } from "graphql";
import { isListed } from "../address-list.js";

/** The enum whose values are a supergraph's subgraphs. */
const GRAPHS = "join__Graph";

/** A supergraph whose subgraphs cannot be asked; `problems` lists every one. */
export class SupergraphError extends Error {
  readonly code = "SUPERGRAPH_INVALID";
  constructor(readonly problems: readonly string[]) {
    super(`the supergraph is not usable:\n  ${problems.join("\n  ")}`);
  }
}

/**
 * Where a supergraph's subgraphs are, by the names that a query planner knows them by. They are asked
 * at these addresses and no others, redirects included: http or https, no user or password in it, and
 * no link-local address, under which clouds keep the secrets of their machines.
 * @throws SupergraphError naming every subgraph without such an address.
 * @see https://specs.apollo.dev/join/v0.3/#enum-graph
 */
export function subgraphAddresses(supergraph: DocumentNode): Map<string, string> {
  const problems: string[] = [];
  const addresses = new Map<string, string>();
  const graphs = supergraph.definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === GRAPHS
      ? (node.values ?? [])
      : [],
  );
  if (graphs.length === 0) problems.push(`it names no subgraph: there is no ${GRAPHS}`);
  for (const { name, directives = [] } of graphs) {
    const graph = directives.find((directive) => directive.name.value === "join__graph");
    const url = argumentOf(graph, "url") ?? "";
    const problem = problemOf(url);
    if (problem) problems.push(`${name.value}: ${url || "no address"}: ${problem}`);
    addresses.set(name.value.toLowerCase(), url);
    addresses.set((argumentOf(graph, "name") ?? name.value).toLowerCase(), url);
  }
  if (problems.length > 0) throw new SupergraphError(problems);
  return addresses;
}

function argumentOf(directive: DirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

const LINK_LOCAL = new BlockList();
LINK_LOCAL.addSubnet("169.254.0.0", 16, "ipv4");
LINK_LOCAL.addSubnet("fe80::", 10, "ipv6");

function problemOf(text: string): string | null {
  if (!URL.canParse(text)) return "not a URL";
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol !== "http:" && protocol !== "https:") return "neither http nor https";
  if (username || password) return "a user or a password is in it";
  const address = hostname.replace(/^\[|\]$/g, "");
  return isIP(address) !== 0 && isListed(LINK_LOCAL, address) ? "a link-local address" : null;
}
