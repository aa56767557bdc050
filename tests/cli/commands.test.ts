import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { COMMANDS, hubCommand } from "../../src/cli/commands.js";
import { EXAMPLES } from "../../src/cli/examples.js";
import { coloured } from "../../src/cli/terminal/colours.js";
import { tableOf } from "../../src/cli/terminal/table.js";
import { ownData } from "../support/own-data.js";

/** Every command there is, with the words that lead to it. */
const ALL = commandsIn(await hubCommand(Object.keys(COMMANDS)), "");

ownData();

test("there are examples of every command, and of no other", () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(ALL.map(({ path }) => path).sort());
});

describe.each(ALL)("hub $path", ({ path, command }) => {
  test("--help -> exits 0, with what it is for, and its examples", async () => {
    const { code, out } = await outcome(path, "--help");
    expect(code).toBe(0);
    expect(out).toContain(command.description().split(" ")[0]);
    for (const line of EXAMPLES[path] ?? []) expect(out).toContain(line);
  });

  test("an option that it does not have -> refused, with the way to its help", async () => {
    const [example = ""] = EXAMPLES[path] ?? [];
    const { code, err } = await outcome(...wordsOf(example), "--no-such-option");
    expect(code).not.toBe(0);
    expect(err).toMatch(/unknown option .*--help/s);
  });

  test.each(EXAMPLES[path] ?? [])("%s -> is understood", async (line) => {
    const words = wordsOf(line);
    const hub = await hubCommand([words[0] ?? ""]);
    for (const { command: each } of commandsIn(hub, "")) {
      each.exitOverride();
      if (each.commands.length === 0) each.action(() => {});
    }
    if (words[0] === "help")
      return expect(ALL.map((one) => one.path)).toContain(words.slice(1).join(" "));
    await hub.parseAsync(words, { from: "user" });
  });
});

test.each([
  ["token --department 县残联 --duty 2.3 --json", { department: "县残联", duties: ["2.3"] }],
  ["supergraph --json", { departments: { agriculture: "http://agriculture:4001/graphql" } }],
  ["seed --list-planted --households 120 --json", { expectsFinding: expect.any(Boolean) }],
  ["import 县残联 --list --json", [{ kind: "disability" }]],
])("hub %s -> JSON", async (line, expected) => {
  const { out, code } = await outcome(line);
  expect(code).toBe(0);
  expect(JSON.parse(out.split("\n")[0] ?? "")).toMatchObject(expected);
});

test.each([
  ["token --department 县残疾人联合会 --duty 2.3", /did you mean .*县残联/],
  ["token --department 县残联 --duty 1.2", /not assigned to 县残联; its duties are 2\.3/],
  ["token --department 县残联 --duty 99.9", /not in the register; 县残联: its duties are/],
  ["subgraph weather", /there are civil-affairs, /],
  ["verify", /say which household, .*--evaluate/],
])("hub %s -> refused, saying what there is", async (line, advice) => {
  await expect(outcome(line)).rejects.toThrow(advice);
});

test("a completion script -> offers commands, their options, and what an argument may be", async () => {
  const { out: script } = await outcome("completion", "bash");
  const offered = async (...words: string[]) => {
    const quoted = words.map((word) => `'${word}'`).join(" ");
    const asked = `COMP_WORDS=(hub ${quoted}); COMP_CWORD=${words.length}; _hub; echo "\${COMPREPLY[@]}"`;
    return (await bash(`${script}\n${asked}`)).trim().split(" ");
  };
  expect(await offered("audit", "")).toEqual(["verify", "export", "keys", "--help"]);
  expect(await offered("client", "suspend", "verify", "--")).toEqual(["--json", "--help"]);
  expect(await offered("completion", "")).toEqual(["bash", "zsh", "fish", "--help"]);
});

test("colours -> on a terminal without NO_COLOR, and nowhere else", () => {
  const kept = process.env;
  process.env = { TERM: "xterm" };
  expect(coloured("bad", "refused", { isTTY: true })).toBe("\u001b[31mrefused\u001b[39m");
  expect(coloured("bad", "refused", { isTTY: false })).toBe("refused");
  process.env["NO_COLOR"] = "1";
  expect(coloured("bad", "refused", { isTTY: true })).toBe("refused");
  process.env = kept;
});

test("a table -> its columns stand under one another, whatever is written in them", () => {
  expect(
    tableOf(
      ["name", "n"],
      [
        ["县残联", "1"],
        ["x", "22"],
      ],
    ),
  ).toEqual(["name    n", "县残联  1", "x       22"]);
});

test("an error of the real process -> one line on standard error, without colours, and not 0", async () => {
  const hub = fileURLToPath(new URL("../../src/cli/hub.js", import.meta.url));
  const url = "postgres://hub@127.0.0.1:1/hub";
  const environment = { ...process.env, DATABASE_URL: url };
  const { code, out, err } = await new Promise<Outcome>((resolve) =>
    execFile(process.execPath, [hub, "client", "list"], { env: environment }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    ),
  );
  expect([code, out]).toEqual([1, ""]);
  expect(err).toMatch(
    /^hub: database 127\.0\.0\.1:1\/hub: .*ECONNREFUSED.*; DATABASE_URL names.*\n$/,
  );
});

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the tool in this process with words, which may hold several. */
async function outcome(...given: string[]): Promise<Outcome> {
  const words = given.flatMap((each) => each.split(" ")).filter((word) => word !== "");
  const hub = await hubCommand(
    words[0] && !words[0].startsWith("-") ? [words[0]] : Object.keys(COMMANDS),
  );
  const said = { out: "", err: "" };
  const configuration = {
    writeOut: (text: string) => (said.out += text),
    writeErr: (text: string) => (said.err += text),
  };
  for (const { command } of commandsIn(hub, "")) {
    command.exitOverride().configureOutput(configuration);
  }
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  try {
    await hub.parseAsync(words, { from: "user" });
    return { code: 0, ...said };
  } catch (error) {
    const { exitCode } = error as { exitCode?: number };
    if (exitCode === undefined) throw error;
    return { code: exitCode, ...said };
  } finally {
    write.mockRestore();
  }
}

function commandsIn(command: Command, path: string): { path: string; command: Command }[] {
  const below = command.commands.flatMap((one) => commandsIn(one, `${path} ${one.name()}`.trim()));
  return [{ path, command }, ...below];
}

/** The words of an example after `hub`, without what is for the shell. */
function wordsOf(line: string): string[] {
  const words = line.split(" ");
  const end = words.indexOf(">");
  return words.slice(words.indexOf("hub") + 1, end < 0 ? undefined : end);
}

function bash(script: string): Promise<string> {
  return new Promise((resolve, reject) =>
    execFile("bash", ["--norc", "-c", script], (error, out) =>
      error ? reject(error) : resolve(out),
    ),
  );
}
