import { readFile } from "node:fs/promises";

const SCHEMA = new URL("../../../../schema/", import.meta.url);

/** The committed supergraph with the addresses of the departments that run for the benchmark. */
export async function readSupergraph(): Promise<string> {
  const sdl = await readFile(new URL("supergraph.graphql", SCHEMA), "utf8");
  return [...departmentUrls()].reduce(
    (text, [slug, url]) => text.replaceAll(`"http://${slug}:4001/graphql"`, `"${url}"`),
    sdl,
  );
}

/** The committed SDL of one department. */
export function readSubgraph(slug: string): Promise<string> {
  return readFile(new URL(`subgraphs/${slug}.graphql`, SCHEMA), "utf8");
}

/** Where the departments are, by slug. */
export function departmentUrls(): Map<string, string> {
  return new Map(
    Object.entries(process.env).flatMap(([name, url]) => {
      const slug = /^(.*)_URL$/.exec(name)?.[1]?.toLowerCase().replaceAll("_", "-");
      return slug !== undefined && url?.startsWith("http:") ? [[slug, url] as const] : [];
    }),
  );
}

/** The headers that tell a department who asks: a gateway hands them on as they came. */
export const CALLER_HEADERS = ["authorization", "hub-duty", "hub-case"] as const;

/** The caller's headers out of a request's. */
export function callerHeaders(
  get: (name: string) => string | string[] | null | undefined,
): Record<string, string> {
  return Object.fromEntries(CALLER_HEADERS.map((name) => [name, String(get(name) ?? "")]));
}
