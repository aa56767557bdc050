import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RehearsedService } from "./compose.js";

const OPERATION = `query Household($id: ID!) {
  household(id: $id) { township members { name medicalInsurance { status } vehicles { kind } } } }`;

/** A household of every demonstration county. */
const HOUSEHOLD = "H330726000011";

/**
 * Registers a department's system and its operation with the image's own tool, gets a token as the
 * system would, and asks the hub.
 * @throws Error for any answer but that of every department.
 */
export async function askAsSystem(
  image: string,
  { environment }: RehearsedService,
  directory: string,
): Promise<void> {
  const hub = (...words: string[]) =>
    execFileSync("node", ["src/cli/hub.js", ...words], {
      cwd: image,
      env: { PATH: process.env["PATH"], ...environment, HUB_PUBLIC_URL: url },
    }).toString();
  const url = `http://127.0.0.1:${environment["PORT"]}`;
  const key = join(directory, "client.private.jwk");
  const publicKey = join(directory, "client.public.jwk");
  await writeFile(publicKey, hub("client", "keygen", "--out", key));
  const standing = ["--department", "县民政局", "--duty", "1.2"];
  const rows = ["--jurisdiction", "330726"];
  hub("client", "add", "--id", "rehearsal", ...standing, ...rows, "--key", publicKey);
  const manifest = join(directory, "manifest.json");
  const id = createHash("sha256").update(OPERATION).digest("hex");
  const operation = { id, name: "Household", type: "query", body: OPERATION };
  const published = { format: "apollo-persisted-query-manifest", version: 1 };
  await writeFile(manifest, JSON.stringify({ ...published, operations: [operation] }));
  hub("operations", "publish", ...standing, manifest);
  const audience = `${environment["HUB_PUBLIC_URL"]}/oauth/token`;
  const assertion = hub(
    ...["client", "assertion", "--id", "rehearsal", "--key", key, "--audience", audience],
  ).trim();
  const token = await tokenOf(url, assertion);
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      "hub-duty": "1.2",
      "hub-case": "REHEARSAL-1",
    },
    body: JSON.stringify({ query: OPERATION, variables: { id: HOUSEHOLD } }),
  });
  const answer = await response.text();
  if (!response.ok || answer.includes('"errors"')) throw new Error(answer);
  process.stdout.write(`${answer}\n`);
}

async function tokenOf(url: string, assertion: string): Promise<string> {
  const type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  const response = await fetch(`${url}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      scope: "1.2",
      client_assertion_type: type,
      client_assertion: assertion,
    }),
  });
  const answer = (await response.json()) as { access_token?: string };
  if (answer.access_token === undefined) throw new Error(JSON.stringify(answer));
  return answer.access_token;
}
