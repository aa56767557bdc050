import { subjectHistory } from "../../src/audit/subject-history.js";
import { SubjectHasher } from "../../src/audit/subject-hasher.js";
import { eachAudit, entryOf, hasher } from "./support.js";

const PERSON = "11010519491231002X";
const OTHER = "330726198001010018";
const SECRETS = ["the first secret of all, of some length", "the second secret, of some length"];

describe("the hash of a person", () => {
  const [earlier = "", present = ""] = SECRETS;
  const before = new SubjectHasher([earlier]);
  const after = new SubjectHasher([present, earlier]);

  test("is the same every time, and another for another person or secret", () => {
    expect(before.ofSubject(PERSON)).toBe(new SubjectHasher([earlier]).ofSubject(PERSON));
    const hashes = [before.ofSubject(PERSON), before.ofSubject(OTHER), after.ofSubject(PERSON)];
    expect(new Set(hashes).size).toBe(3);
  });

  test("as an operator is another", () => {
    expect(before.ofOperator(PERSON)).not.toBe(before.ofSubject(PERSON));
  });

  test("is found under earlier secrets too", () => {
    const hashes = [after.ofSubject(PERSON), before.ofSubject(PERSON)];
    expect(after.everyHashOf([PERSON])).toEqual(hashes);
  });

  test("without a secret -> refused", () => {
    expect(() => new SubjectHasher([])).toThrow(/secret/);
  });
});

eachAudit((bench) => {
  const history = async (person: string, first: number, after?: number) => {
    const hashes = hasher.everyHashOf([person]);
    const { records, hasNextPage } = await subjectHistory(bench().database, hashes, {
      first,
      after,
    });
    return [records.map(({ sequence }) => sequence), hasNextPage];
  };

  test("a person's records -> newest first, page by page, nobody else's", async () => {
    const log = await bench().log();
    const both = [hasher.ofSubject(OTHER), hasher.ofSubject(PERSON)];
    for (const subjects of [both, both.slice(0, 1), [], both, both.slice(1)]) {
      await log.append(entryOf({ subjects }));
    }
    expect(await history(PERSON, 2)).toEqual([[5, 4], true]);
    expect(await history(PERSON, 2, 4)).toEqual([[1], false]);
    expect(await history(OTHER, 5)).toEqual([[4, 2, 1], false]);
  });

  test("a page is the same while the log grows", async () => {
    const log = await bench().log();
    for (let count = 0; count < 3; count += 1) await log.append(entryOf());
    const before = await history(PERSON, 2, 3);
    await log.append(entryOf());
    expect(await history(PERSON, 2, 3)).toEqual(before);
  });

  test("a record -> as it was appended", async () => {
    const entry = entryOf();
    await (await bench().log()).append(entry);
    const { records } = await subjectHistory(bench().database, entry.subjects, { first: 1 });
    expect(records).toMatchObject([{ sequence: 1, entry }]);
  });

  test("somebody whose data nobody read -> none", async () => {
    expect(await history(OTHER, 2)).toEqual([[], false]);
  });
});
