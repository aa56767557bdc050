import fc from "fast-check";
import { CIPHERS, type CipherName } from "../../src/sealing/ciphers.js";
import { SealedText } from "../../src/sealing/sealed-text.js";

const SECRETS = ["a-secret-of-thirty-two-characters", "another-secret-of-thirty-two-char"] as const;
const ciphers = Object.keys(CIPHERS) as CipherName[];

describe.each(ciphers)("a text sealed with %s", (cipher) => {
  const text = (...secrets: string[]) => new SealedText(secrets, "test", cipher);
  const [first, second] = SECRETS;

  test("opens about what it was sealed about, and nowhere else", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (clear, about, other) => {
        const sealed = text(first).seal(clear, about);
        expect(text(first).open(sealed, about)).toBe(clear);
        if (other !== about) expect(text(first).open(sealed, other)).toBeNull();
      }),
    );
  });

  test("with any character changed -> does not open, and nothing is thrown", () => {
    const sealed = text(first).seal("330726199001011234", "a person");
    for (let place = 0; place < sealed.length - 1; place += 1) {
      const other = sealed[place] === "B" ? "C" : "B";
      const changed = `${sealed.slice(0, place)}${other}${sealed.slice(place + 1)}`;
      expect([place, text(first).open(changed, "a person")]).toEqual([place, null]);
    }
  });

  test("opens after a rotation while the old secret is kept, and is not current", () => {
    const sealed = text(first).seal("clear", "a person");
    expect(text(second, first).open(sealed, "a person")).toBe("clear");
    expect(text(second, first).isCurrent(sealed)).toBe(false);
    expect(text(second).open(sealed, "a person")).toBeNull();
  });

  test("is another text each time, and opens whichever cipher is in use", () => {
    const [one, two] = [text(first).seal("clear", "a"), text(first).seal("clear", "a")];
    expect(one).not.toBe(two);
    for (const inUse of ciphers) {
      expect(new SealedText([first], "test", inUse).open(one, "a")).toBe("clear");
    }
  });

  test("repeatably -> the same text in its own place alone, and it opens like any other", () => {
    const seal = (clear: string, about: string) => text(first).sealRepeatably(clear, about);
    expect(seal("clear", "a")).toBe(seal("clear", "a"));
    expect(text(first).open(seal("clear", "a"), "a")).toBe("clear");
    const others = [seal("clear", "b"), seal("cleas", "a"), seal("aclear", "")];
    const beginnings = [seal("clear", "a"), ...others].map((sealed) => sealed.slice(0, 24));
    expect(new Set(beginnings).size).toBe(4);
  });

  test("of another purpose -> does not open", () => {
    const sealed = text(first).seal("clear", "a");
    expect(new SealedText([first], "other", cipher).open(sealed, "a")).toBeNull();
  });
});

test.each(["", ".", "A.", "xA.y", "no point at all"])("%j is no sealed text", (garbage) => {
  expect(new SealedText([SECRETS[0]], "test").open(garbage, "a")).toBeNull();
});
