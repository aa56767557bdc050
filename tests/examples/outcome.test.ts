import type { HubError } from "../../examples/disability-benefits/src/answer.js";
import { fillIn, RecordsChanged } from "../../examples/disability-benefits/src/fill-in.js";
import { Place } from "../../examples/disability-benefits/src/outcome.js";

interface Data {
  readonly household: {
    readonly members: readonly { readonly name: string; readonly vehicle?: object | null }[];
  } | null;
}

const because = (code: string, ...path: readonly (string | number)[]): HubError => ({
  message: code,
  path,
  extensions: { code, department: "县大数据局" },
});
const household = (vehicle: object | null | undefined, name = "戴睿"): Data => ({
  household: { members: [{ name, ...(vehicle === undefined ? {} : { vehicle }) }] },
});
const AT = ["household", "members", 0, "vehicle"] as const;
const answer = (data: Data, ...errors: readonly HubError[]) => ({ data, errors, audit: "1" });
const vehicleOf = (data: Data, ...errors: readonly HubError[]) =>
  Place.of<Data>({ data, errors }).at("household").at("members").each()[0]?.at("vehicle").outcome;

const failed = { kind: "SOURCE_FAILED", code: "SOURCE_UNAVAILABLE", department: "县大数据局" };

test.each([
  ["a value", vehicleOf(household({})), { kind: "FOUND", value: {} }],
  ["null without an error", vehicleOf(household(null)), { kind: "NO_RECORD" }],
  [
    "an error at another place",
    vehicleOf(household(null), because("CONSENT_REQUIRED", "household", "members", 1, "vehicle")),
    { kind: "NO_RECORD" },
  ],
  [
    "an error at its place",
    vehicleOf(household(null), because("CONSENT_REQUIRED", ...AT)),
    { kind: "NOT_AUTHORISED", code: "CONSENT_REQUIRED" },
  ],
  [
    "an error below, of what may not be null",
    vehicleOf(household(null), because("SOURCE_UNAVAILABLE", ...AT, "plateNumber")),
    failed,
  ],
])("%s -> its outcome", (_situation, outcome, expected) => expect(outcome).toEqual(expected));

test("whatever is below a null -> the outcome of that null", () => {
  const errors = [because("OUT_OF_JURISDICTION", "household")];
  const members = Place.of<Data>({ data: { household: null }, errors })
    .at("household")
    .at("members");
  expect(members.outcome).toEqual({ kind: "NOT_AUTHORISED", code: "OUT_OF_JURISDICTION" });
  expect(members.each()).toEqual([]);
});

test("what was not asked for -> no outcome, but an error", () => {
  expect(() => vehicleOf(household(undefined))).toThrow("household.members.0.vehicle");
});

describe("what failed, filled in from a later answer", () => {
  const error = because("SOURCE_UNAVAILABLE", ...AT);
  const first = answer(household(null, "戴睿"), error);

  test("about the same people -> the value, without the error", () => {
    const whole = fillIn(first, [error], answer(household({ plateNumber: "浙GX52B0" })));
    expect(whole).toEqual(answer(household({ plateNumber: "浙GX52B0" })));
  });

  test("that failed again -> the later error", () => {
    const later = because("INTERNAL", ...AT);
    expect(fillIn(first, [error], answer(household(null), later)).errors).toEqual([later]);
  });

  test.each([
    ["somebody else", household({}, "楼强")],
    ["fewer people", { household: { members: [] } }],
    ["nobody", { household: null }],
  ])("about %s -> not parts of one answer", (_whom, data) => {
    expect(() => fillIn(first, [error], answer(data))).toThrow(RecordsChanged);
  });
});
