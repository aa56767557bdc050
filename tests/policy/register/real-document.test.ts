import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { documentRegister } from "../../../src/policy/register/import-document.js";
import { loadRegister, REGISTER_DIRECTORY } from "../../../src/policy/register/load-register.js";
import { registeredNames } from "../../../src/policy/register/register.js";
import { formatRegister } from "../../../src/policy/register/write-register.js";

const document = fileURLToPath(
  new URL("../../../../shared/policy/implementation-opinion.txt", import.meta.url),
);
const present = existsSync(document);
const describeIfPresent = present ? describe : describe.skip;

describeIfPresent(
  `the county's document (${present ? "present" : "skipped: not beside the project"})`,
  () => {
    const imported = () =>
      documentRegister(document, {
        directory: REGISTER_DIRECTORY,
        basisStatus: "draft",
        validFrom: null,
      });

    test("parsed -> schema/register/register.json to the byte", async () => {
      const { register } = await imported();
      const committed = readFileSync(join(REGISTER_DIRECTORY, "register.json"), "utf8");
      expect(formatRegister(register)).toBe(committed);
    });

    test("parsed -> every name known, and two irregularities to look at", async () => {
      const { warnings } = await imported();
      expect(warnings.map(({ code }) => code)).toEqual(["LIST_WITHOUT_STOP", "WESTERN_NUMBER"]);
    });
  },
);

describe("the register in force", () => {
  const register = loadRegister();

  test("47 lists in 21 items of 5 sections, with 44 names", () => {
    const { duties } = register;
    expect(duties).toHaveLength(47);
    expect(new Set(duties.map(({ item }) => item)).size).toBe(21);
    expect([...new Set(duties.map(({ section }) => section))]).toEqual([2, 3, 4, 5, 6]);
    expect(registeredNames(register)).toHaveLength(44);
  });
});
