import fc from "fast-check";
import { isWithin } from "../../src/codes/division-code.js";
import { narrowClaims, sharedDivisions } from "../../src/identity/clients/narrow-claims.js";

const duty = fc.constantFrom("1.2", "2.3", "3.1", "4.1", "9.9");
const digit = fc.constantFrom("0", "3", "7");
const prefix = fc.oneof(
  fc.array(digit, { minLength: 2, maxLength: 12 }).map((digits) => digits.join("")),
  fc.constantFrom("33", "3307", "330700", "330000", "330726", "330726001", "330726001201"),
);
const rights = fc.record({
  duties: fc.array(duty, { maxLength: 4 }),
  jurisdiction: fc.array(prefix, { maxLength: 4 }),
});
const division = fc.oneof(
  fc.array(digit, { minLength: 12, maxLength: 12 }).map((digits) => digits.join("")),
  fc.constantFrom("330726001201", "330726003200", "330727001201", "330100001201"),
);

const narrowed = (token: Rights, registered: Rights) =>
  narrowClaims({ sub: "a", department: "县民政局", ...token }, registered);

interface Rights {
  readonly duties: string[];
  readonly jurisdiction: string[];
}

test("effective duties are those of both, never more", () => {
  fc.assert(
    fc.property(rights, rights, duty, (token, registered, asked) => {
      const both = token.duties.includes(asked) && registered.duties.includes(asked);
      expect(narrowed(token, registered).duties.includes(asked)).toBe(both);
    }),
  );
});

test("effective divisions are those within both, never more", () => {
  fc.assert(
    fc.property(rights, rights, division, (token, registered, asked) => {
      const both = isWithin(asked, token.jurisdiction) && isWithin(asked, registered.jurisdiction);
      expect(isWithin(asked, narrowed(token, registered).jurisdiction)).toBe(both);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [["330726"], ["330726"], ["330726"]],
  [["330726"], ["33"], ["330726"]],
  [["330700"], ["330726"], ["330726"]],
  [["330700"], ["33070"], ["33070"]],
  [["330726001", "330727"], ["330726"], ["330726001"]],
  [["330726"], ["330727"], []],
  [[], ["330726"], []],
])("divisions %j of the token and %j of the registry -> %j", (token, registered, shared) => {
  expect(sharedDivisions(token, registered)).toEqual(shared);
});
