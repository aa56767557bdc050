#!/usr/bin/env node
import { Command } from "commander";
import { failWith } from "./fail.js";
import { migrateCommand } from "./migrate.js";
import { seedCommand } from "./seed.js";
import { serveCommand, subgraphCommand } from "./serve.js";
import { schemaCommand, supergraphCommand } from "./schema.js";
import { auditCommand } from "./audit.js";
import { publishedAuditKeys } from "./audit-keys.js";
import { clientCommand } from "./client.js";
import { reverifyCommand, workerCommand } from "./reverify.js";
import { verifyCommand } from "./verify.js";
import { rotateKeysCommand } from "./rotate-keys.js";
import { tokenCommand } from "./token.js";
import { explainCommand } from "./explain.js";
import { matrixCommand } from "./matrix.js";
import { registerCommand } from "./register.js";
import { fieldDuties } from "./field-duties.js";

const hub = new Command("hub")
  .description("The operator's tool of the Pujiang data hub")
  .showHelpAfterError("(add --help for what this command takes)")
  .addCommand(serveCommand())
  .addCommand(subgraphCommand())
  .addCommand(supergraphCommand())
  .addCommand(schemaCommand())
  .addCommand(migrateCommand())
  .addCommand(seedCommand())
  .addCommand(verifyCommand())
  .addCommand(reverifyCommand())
  .addCommand(workerCommand())
  .addCommand(rotateKeysCommand())
  .addCommand(tokenCommand())
  .addCommand(clientCommand())
  .addCommand(auditCommand(publishedAuditKeys))
  .addCommand(registerCommand({ fieldDuties }).addCommand(matrixCommand()))
  .addCommand(explainCommand());

hub.parseAsync().catch(failWith);
