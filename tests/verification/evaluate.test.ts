import { evaluate } from "../../src/verification/evaluate.js";

const planted = [
  { kind: "VEHICLE_UNDECLARED", householdId: "H1", expectsFinding: true },
  { kind: "RENT_UNDECLARED", householdId: "H2", expectsFinding: true },
  {
    kind: "PERSON_IN_TWO_HOUSEHOLDS",
    householdId: "H3",
    otherHouseholdId: "H4",
    expectsFinding: true,
  },
  { kind: "VEHICLE_SCRAPPED", householdId: "H5", expectsFinding: false },
];

test("errors found and missed, households in order with a finding, decoys among them", () => {
  const result = evaluate(
    [
      { householdId: "H1", codes: ["VEHICLE_UNDECLARED", "SOURCE_STALE"] },
      { householdId: "H2", codes: ["VEHICLE_UNDECLARED"] },
      { householdId: "H3", codes: ["COUNTED_IN_ANOTHER_HOUSEHOLD"] },
      { householdId: "H4", codes: ["COUNTED_IN_ANOTHER_HOUSEHOLD"] },
      { householdId: "H5", codes: ["VEHICLE_UNDECLARED"] },
      { householdId: "H6", codes: [] },
      { householdId: "H7", codes: ["SOURCE_STALE"] },
      { householdId: "H8", codes: [] },
    ],
    planted,
  );
  expect(result).toEqual({
    recall: 2 / 3,
    falsePositiveRate: 0.5,
    planted: 3,
    found: 2,
    households: 8,
    missed: [{ kind: "RENT_UNDECLARED", householdId: "H2" }],
    falsePositives: [
      { householdId: "H5", decoy: "VEHICLE_SCRAPPED", codes: ["VEHICLE_UNDECLARED"] },
      { householdId: "H7", decoy: null, codes: ["SOURCE_STALE"] },
    ],
  });
});

test("nothing planted -> nothing missed", () => {
  expect(evaluate([], [])).toMatchObject({ recall: 1, falsePositiveRate: 0, planted: 0 });
});

test("a household that was not reported on -> missed", () => {
  expect(evaluate([], planted).missed).toHaveLength(3);
});
