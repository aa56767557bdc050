import { Command } from "commander";

/** Every command by its name. A command is loaded when it is asked for, all of them for the help. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import("./serve.js")).serveCommand(),
  subgraph: async () => (await import("./serve.js")).subgraphCommand(),
  worker: async () => (await import("./reverify.js")).workerCommand(),
  supergraph: async () => (await import("./schema.js")).supergraphCommand(),
  schema: async () => (await import("./schema.js")).schemaCommand(),
  migrate: async () => (await import("./migrate.js")).migrateCommand(),
  seed: async () => (await import("./seed.js")).seedCommand(),
  sources: async () => (await import("./sources.js")).sourcesCommand(),
  import: async () => (await import("./import.js")).importCommand(),
  verify: async () => (await import("./verify.js")).verifyCommand(),
  reverify: async () => (await import("./reverify.js")).reverifyCommand(),
  "rotate-keys": async () => (await import("./rotate-keys.js")).rotateKeysCommand(),
  token: async () => (await import("./token.js")).tokenCommand(),
  client: async () => (await import("./client.js")).clientCommand(),
  operations: async () => (await import("./operations.js")).operationsCommand(),
  async audit() {
    const { publishedAuditKeys } = await import("./audit-keys.js");
    return (await import("./audit.js")).auditCommand(publishedAuditKeys);
  },
  async register() {
    const { fieldDuties } = await import("./field-duties.js");
    const { matrixCommand } = await import("./matrix.js");
    return (await import("./register.js"))
      .registerCommand({ fieldDuties })
      .addCommand(matrixCommand());
  },
  explain: async () => (await import("./explain.js")).explainCommand(),
};

/** The tool with the command that was asked for; with all of them where there is none of that name. */
export async function hubCommand(asked: string): Promise<Command> {
  const hub = new Command("hub")
    .description("The operator's tool of the Pujiang data hub")
    .showHelpAfterError("(add --help for what this command takes)");
  const names = Object.hasOwn(COMMANDS, asked) ? [asked] : Object.keys(COMMANDS);
  for (const name of names) {
    const load = COMMANDS[name];
    if (load) hub.addCommand(await load());
  }
  return hub;
}
