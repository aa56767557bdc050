import { blocksOf, documents, originalOf, type Block } from "./markdown-blocks.js";
import { DocumentedHub } from "./documented-hub.js";
import { likeJson, likeText } from "./expected-output.js";
import { toRun } from "./not-run.js";
import { hasShell, openShell, type Shell } from "./shell.js";

const files = await documents();
const blocks = new Map<string, readonly Block[]>();
for (const file of files) blocks.set(file, await blocksOf(file));

/** Languages of blocks that are run, and other names of theirs, by which a block would be passed over. */
const RUN = ["sh", "graphql"];
const PASSED_OVER = /^(bash|zsh|shell|shellsession|console|gql)$/;

const ofLanguages = (file: string, languages: readonly string[]) =>
  (blocks.get(file) ?? []).filter(({ language }) => languages.includes(language));

/** What a block says without remarks, which are translated. */
const withoutRemarks = ({ text }: Block) =>
  text
    .split("\n")
    .filter((line) => !/^\s*#/.test(line))
    .join("\n");

const isRun = ({ language, text }: Block) => language === "graphql" || toRun(text).trim() !== "";

const isTranslation = (file: string) => files.includes(originalOf(file) ?? "");

test.each(files)("%s -> none of its commands is passed over", (file) => {
  for (const { language } of blocks.get(file) ?? []) expect(language).not.toMatch(PASSED_OVER);
});

test.each(files.filter(isTranslation))("%s -> says the same commands as its original", (file) => {
  const original = ofLanguages(originalOf(file) ?? "", RUN);
  expect(ofLanguages(file, RUN).map(withoutRemarks)).toEqual(original.map(withoutRemarks));
});

const toDo = files.filter((file) => !isTranslation(file) && ofLanguages(file, RUN).some(isRun));

(hasShell() ? describe : describe.skip).each(toDo)("%s, as a reader follows it", (file) => {
  let hub: DocumentedHub;
  let shell: Shell;
  beforeAll(async () => {
    hub = await DocumentedHub.prepared();
    shell = await openShell({
      HUB_COMMANDS: hub.commandsUrl,
      HUB_URL: `http://${hub.address}`,
      HUB_LONGEST_WAIT: "0",
    });
  }, 120_000);
  afterAll(async () => {
    await shell?.close();
    await hub?.close();
  });

  /** What is otherwise on a test's hub: its address, and the year of the reports. */
  const here = (text: string) =>
    text
      .replaceAll("127.0.0.1:4000", hub.address)
      .replaceAll("HD2026-", `HD${new Date().getFullYear()}-`);

  const inOrder = blocks.get(file) ?? [];
  for (const [index, block] of inOrder.entries()) {
    const { language, line, about, text } = block;
    const next = inOrder[index + 1];
    if (language === "graphql") {
      test(`line ${line}: graphql`, async () => {
        await hub.start();
        const { data, errors, extensions } = await hub.ask(about, text);
        const expected = next?.language === "json" ? JSON.parse(here(next.text)) : {};
        const answer = { data, errors, extensions };
        expect(answer).toEqual(
          expect.objectContaining(likeJson({ errors: [], ...expected }) as object),
        );
      });
    }
    if (language === "sh" && isRun(block)) {
      test(`line ${line}: sh`, async () => {
        if (text.includes("127.0.0.1:4000")) await hub.start();
        const printed = await shell.run(here(toRun(text)));
        if (next?.language === "json") {
          expect(JSON.parse(printed)).toEqual(likeJson(JSON.parse(here(next.text))));
        }
        if (next?.language === "text") expect(printed).toEqual(likeText(here(next.text)));
      });
    }
  }
});
