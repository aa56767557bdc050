import { readFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { parse } from "yaml";

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

/** One process of the hub as docker/compose.yaml runs it. */
export interface RehearsedService {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The hub's services of docker/compose.yaml, for this machine: secrets are read where `secrets` has
 * them, and each service that listens has a free port instead of an address of its own.
 */
export async function composeServices(root: string, secrets: string): Promise<RehearsedService[]> {
  const text = await readFile(join(root, "docker/compose.yaml"), "utf8");
  const compose = parse(text.replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1"), { merge: true }) as Compose;
  const services = Object.entries(compose.services).filter(([name]) => name !== "postgres");
  const ports = new Map<string, number>();
  for (const [name] of services) ports.set(name, await freePort());
  const here = (value: string) =>
    value
      .replace(/^\/run\/secrets\/(.+)$/, (_, name: string) => fileOf(compose, secrets, name))
      .replace(/http:\/\/([\w-]+):\d+/, (url, name: string) =>
        ports.has(name) ? `http://127.0.0.1:${ports.get(name)}` : url,
      );
  return services.map(([name, { command = ["serve"], environment = {} }]) => ({
    name,
    command,
    environment: {
      ...Object.fromEntries(
        Object.entries(environment).map(([variable, value]) => [variable, here(String(value))]),
      ),
      HOST: "127.0.0.1",
      PORT: String(ports.get(name)),
    },
  }));
}

function fileOf({ secrets }: Compose, directory: string, name: string): string {
  const file = secrets[name]?.file;
  if (file === undefined) throw new Error(`docker/compose.yaml has no secret ${name}`);
  return join(directory, basename(file));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
