import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readConfig } from "../../src/config.js";
import type { Database } from "../../src/database/database.js";
import { departmentSlugs } from "../../src/index.js";
import { openLog } from "../../src/log.js";
import { startSubgraph, type Running } from "../../src/start-hub.js";
import type { TestHub } from "../support/hubs.js";
import { copyTemplateFor } from "../support/templates.js";

/** What becomes of requests to a department: `hangs` is for one of them, then it answers. */
export type Mood = "answers" | "always fails" | "hangs";

/** A department elsewhere that answers as its mood of the moment is. */
export interface UnreliableDepartment {
  readonly url: string;
  /** Serves the department for the hub that asks it here, on the data that test hubs have, in the database answered. */
  serve(slug: string, hub: TestHub): Promise<Database>;
  be(mood: Mood): void;
  close(): Promise<void>;
}

/** Opens the door of a department; nobody answers behind it before the department is served. */
export async function openUnreliableDepartment(): Promise<UnreliableDepartment> {
  let mood: Mood = "answers";
  let behind: Running | undefined;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const now = mood;
    if (mood !== "always fails") mood = "answers";
    if (now === "hangs") return;
    if (now === "answers" && behind) return passOn(request, response, `${behind.url}/graphql`);
    response.writeHead(500).end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async serve(slug, { plan, dataDirectory, environment }) {
      await copyTemplateFor(slug, dataDirectory);
      const subgraph = plan.subgraphs.find(({ identity }) => identity.slug === slug);
      if (!subgraph) throw new Error(`no department ${slug}`);
      const config = readConfig(environment, departmentSlugs);
      behind = await startSubgraph(plan, subgraph, { config, log: openLog("silent") });
      return behind.databases.main;
    },
    be(next) {
      mood = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await behind?.close();
    },
  };
}

async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  url: string,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const own = Object.entries(request.headers).filter(([name]) =>
    /^(hub-|authorization)/.test(name),
  );
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...Object.fromEntries(own as [string, string][]),
    },
    body: Buffer.concat(chunks),
  });
  response.writeHead(answer.status, { "content-type": "application/json" });
  response.end(await answer.text());
}
