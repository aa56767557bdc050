import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { JWK } from "jose";
import { HubClient } from "./hub-client.js";
import { reportWrongValue } from "./report-wrong-value.js";
import { reviewHousehold } from "./review-household.js";
import { summaryOf } from "./summary.js";
import { TokenSource } from "./token-source.js";

const DUTY = "2.3";

const USAGE = `npm start -- review <case> <household>
npm start -- report <case> <household> <coordinate> <value seen> <should be> <evidence> [<key>]
HUB_URL, HUB_CLIENT_ID and HUB_CLIENT_KEY (the file of a private JWK) say where and as whom.
`;

/** Asks as HUB_CLIENT_ID with the key in HUB_CLIENT_KEY, waiting HUB_LONGEST_WAIT seconds at most. */
async function clientFor(reference: string): Promise<HubClient> {
  const { HUB_URL = "http://127.0.0.1:4000", HUB_LONGEST_WAIT = "10" } = process.env;
  const { HUB_CLIENT_ID: id = "", HUB_CLIENT_KEY: file = "" } = process.env;
  const key = JSON.parse(await readFile(file, "utf8")) as JWK;
  const tokens = new TokenSource(HUB_URL, { id, key, duty: DUTY });
  const standing = { duty: DUTY, case: reference };
  const patience = { attempts: 3, longestWait: Number(HUB_LONGEST_WAIT) };
  return new HubClient(HUB_URL, standing, tokens, patience);
}

async function answer([command, reference, household, ...words]: readonly string[]) {
  if (reference === undefined || household === undefined) return USAGE;
  const client = await clientFor(reference);
  if (command === "review") return summaryOf(household, await reviewHousehold(client, household));
  if (command !== "report") return USAGE;
  const [coordinate = "", valueSeen, shouldBe = "", document = "", key = randomUUID()] = words;
  const input = { householdId: household, coordinate, valueSeen, shouldBe, evidence: [document] };
  const { id, department, dueOn } = await reportWrongValue(client, input, key);
  return `${id} ${department} ${dueOn}\n`;
}

try {
  process.stdout.write(await answer(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
