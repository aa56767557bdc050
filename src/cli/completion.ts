import { Argument, Command } from "commander";
import { SHELLS, type Completed } from "./terminal/completion-scripts.js";

/** `hub completion`: what a shell completes the tool's words with. */
export function completionCommand(loadAll: () => Promise<Command>): Command {
  return new Command("completion")
    .description("print a completion script for a shell; it knows the commands and their options")
    .addArgument(new Argument("<shell>", "which shell").choices(Object.keys(SHELLS)))
    .action(async (shell: keyof typeof SHELLS) => {
      process.stdout.write(SHELLS[shell](completedIn(await loadAll(), [])));
    });
}

/** Every command below one, and itself, with the words that may follow it. */
function completedIn(command: Command, path: readonly string[]): Completed[] {
  const below = command.commands.map((one) => ({
    word: one.name(),
    description: one.description(),
  }));
  const options = [...command.options, command.createHelp().visibleOptions(command).at(-1)]
    .filter((option) => option !== undefined)
    .map(({ long, short, description }) => ({ word: long ?? short ?? "", description }));
  const choices = command.registeredArguments.flatMap(({ argChoices = [], description }) =>
    argChoices.map((word) => ({ word, description })),
  );
  const words = [...below, ...choices, ...options];
  const known = new Map(words.map((each) => [each.word, each]));
  return [
    { path, words: [...known.values()] },
    ...command.commands.flatMap((one) => completedIn(one, [...path, one.name()])),
  ];
}
