import { Command } from "commander";
import { EXAMPLES } from "./examples.js";
import { painted } from "./terminal/colours.js";

/** Every command by its name. A command is loaded when it is asked for, all of them for the help. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
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
  completion: async () =>
    (await import("./completion.js")).completionCommand(() => hubCommand(Object.keys(COMMANDS))),
};

/** The operator's tool with the commands of these names, each with its examples. */
export async function hubCommand(names: readonly string[]): Promise<Command> {
  const hub = new Command("hub")
    .description("The operator's tool of the Pujiang data hub")
    .showHelpAfterError("(add --help for what this command takes)")
    // Commander takes the colours away again where there is no terminal, or NO_COLOR is set.
    .configureHelp({
      styleTitle: (text) => painted("heading", text),
      styleSubcommandTerm: (text) => painted("name", text),
      styleOptionTerm: (text) => painted("name", text),
      styleArgumentTerm: (text) => painted("name", text),
    });
  for (const name of names) {
    const load = COMMANDS[name];
    if (load) hub.addCommand(await load());
  }
  complete(hub, "");
  return hub;
}

/** Gives a command and those below it their examples, and what they have of the tool. */
function complete(command: Command, path: string): void {
  const examples = EXAMPLES[path] ?? [];
  command.addHelpText(
    "after",
    ["", "Examples:", ...examples.map((line) => `  ${line}`)].join("\n"),
  );
  for (const below of command.commands) {
    below.copyInheritedSettings(command);
    complete(below, `${path} ${below.name()}`.trim());
  }
}
