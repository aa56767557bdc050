/** Commands in documents that no test runs, and why. Everything else in them is run. */
export const NOT_RUN: readonly { readonly command: RegExp; readonly reason: string }[] = [
  {
    command:
      /\bnpm (ci|install|test|start|run (check|test:use|bench|gen|generate|load|rehearse))\b/,
    reason: "installs, or is what runs this test",
  },
  {
    command: /\bhub -- (serve|subgraph|worker)\b/,
    reason: "serves until it is stopped; tests start processes of these",
  },
  {
    command: /\bhub -- verify --evaluate\b/,
    reason: "takes a county of its own; tests/verification/accuracy.test.ts",
  },
  {
    command: /\bexamples\/(curl|python)\//,
    reason: "needs jq or Python; tests/examples runs them where they are",
  },
  {
    command: /^(\w+=\S+\s+)*(hub|npx)\s/,
    reason: "the installed tool, on a deployment's own database; tests/deploy does the same",
  },
  { command: /\bdrizzle-kit\b/, reason: "writes a migration" },
  { command: /\bhub -- register import\b/, reason: "writes schema/register" },
  {
    command: /\b(docker|podman|kubectl|helm|systemctl|journalctl|sudo|apt-get)\b/,
    reason: "needs what a test machine does not have",
  },
  {
    command: /\b(psql|pg_dump|pg_restore|createdb|dropdb)\b|postgres:\/\//,
    reason: "needs a PostgreSQL server",
  },
];

/** The commands of a block that are run: one command may go over several lines. */
export function toRun(text: string): string {
  const commands = text.replaceAll("\\\n", "\u0000").split("\n");
  return commands
    .filter((line) => !NOT_RUN.some(({ command }) => command.test(line)))
    .join("\n")
    .replaceAll("\u0000", "\\\n");
}
