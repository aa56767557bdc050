#!/usr/bin/env node
import { COMMANDS, hubCommand } from "./commands.js";
import { failWith } from "./fail.js";

async function main(): Promise<void> {
  const asked = process.argv[2] ?? "";
  const names = Object.hasOwn(COMMANDS, asked) ? [asked] : Object.keys(COMMANDS);
  await (await hubCommand(names)).parseAsync();
}

main().catch(failWith);
