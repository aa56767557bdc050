/** A command, by the words that lead to it, and what may follow. */
export interface Completed {
  readonly path: readonly string[];
  readonly words: readonly { readonly word: string; readonly description: string }[];
}

/** What is printed for each shell, from the same commands. Other words are completed as files. */
export const SHELLS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

const pathOf = ({ path }: Completed) => path.map((word) => ` ${word}`).join("");

/** The words that lead to a command, told from values by that they stand where a command may. */
const walk = (commands: readonly Completed[]) =>
  commands
    .filter(({ path }) => path.length > 0)
    .map((command) => `"${pathOf(command)}"`)
    .join("|");

const branches = (commands: readonly Completed[], branch: (words: string) => string) =>
  commands
    .map((command) => {
      const words = command.words.map(({ word }) => word).join(" ");
      return `    "${pathOf(command)}") ${branch(words)} ;;`;
    })
    .join("\n");

function bashScript(commands: readonly Completed[]): string {
  return `# bash completion of hub; made by: hub completion bash
_hub() {
  local current=\${COMP_WORDS[COMP_CWORD]} path= word words=
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in ${walk(commands)}) path="$path $word" ;; esac
  done
  case "$path" in
${branches(commands, (words) => `words="${words}"`)}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o bashdefault -o default -F _hub hub
`;
}

function zshScript(commands: readonly Completed[]): string {
  return `#compdef hub
# zsh completion of hub; made by: hub completion zsh
_hub() {
  local at= word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$at $word" in ${walk(commands)}) at="$at $word" ;; esac
  done
  case "$at" in
${branches(commands, (words) => `compadd -- ${words}`)}
  esac
  _files
}
compdef _hub hub
`;
}

function fishScript(commands: readonly Completed[]): string {
  const lines = commands.flatMap((command) =>
    command.words.map(({ word, description }) => {
      const what = word.startsWith("--") ? `-l ${word.slice(2)}` : `-a ${word}`;
      return `complete -c hub -n '__hub_at "${pathOf(command)}"' ${what} -d '${quotedForFish(description)}'`;
    }),
  );
  return `# fish completion of hub; made by: hub completion fish
function __hub_at
  set -l path ""
  for word in (commandline -opc)[2..]
    switch "$path $word"
      case ${walk(commands).replaceAll("|", " ")}
        set path "$path $word"
    end
  end
  test "$path" = "$argv[1]"
end
${lines.join("\n")}
`;
}

const quotedForFish = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
