#!/usr/bin/env node
import { hubCommand } from "./commands.js";
import { failWith } from "./fail.js";

async function main(): Promise<void> {
  const hub = await hubCommand(process.argv[2] ?? "");
  await hub.parseAsync();
}

main().catch(failWith);
