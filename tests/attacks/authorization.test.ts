import { Directive, Field, InputType, Query, Resolver, Arg } from "type-graphql";
import { departments } from "../../resolvers/index.js";
import { defineDepartment } from "../../src/department/define.js";
import { governedBy, Open, Reads, Record } from "../../src/department/governed.js";
import { blueprint } from "../../src/index.js";
import { anyGround, hubOn } from "../support/grounds.js";
import { refusal } from "../support/requests.js";
import { benefits, LOAN_AMOUNT, PENSION_AMOUNT } from "./benefits-department.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const DISABLED_FEDERATION = { department: "县残联", duty: "2.3" };
const WOMENS_FEDERATION = { department: "县妇联", duty: "4.1" };

const VEHICLES = [403, "Person.vehicles", "Vehicle.plateNumber"];

anyGround((ground) => {
  const hub = hubOn(ground, { definitions: [...departments, benefits] });
  let idNumber: string;
  beforeAll(async () => {
    const { data } = await hub().ask(
      CIVIL_AFFAIRS,
      "{ searchHouseholds(first: 1) { edges { node { members { idNumber } } } } }",
    );
    idNumber = data.searchHouseholds.edges[0].node.members[0].idNumber;
  });
  /** Asks about one person, with `fragments` beside the operation. */
  const person = (asking: typeof CIVIL_AFFAIRS, fields: string, fragments = "") =>
    hub().ask(asking, `query($n: IdNumber!) { person(idNumber: $n) ${fields} } ${fragments}`, {
      n: idNumber,
    });

  describe("an abstract type counts as every object type behind it", () => {
    test("a type that may be read, by its own name -> its value alone", async () => {
      const { status, data, text } = await person(
        CIVIL_AFFAIRS,
        "{ benefits { __typename ... on PensionBenefit { amount } } }",
      );
      expect(status).toBe(200);
      expect(data.person.benefits).toEqual([
        { __typename: "PensionBenefit", amount: PENSION_AMOUNT },
        { __typename: "LoanBenefit" },
      ]);
      expect(text).not.toContain(LOAN_AMOUNT);
    });

    test.each([
      ["the interface's field", "{ benefits { amount } }", ""],
      [
        "the interface as a condition in itself",
        "{ benefits { ...F } }",
        "fragment F on Benefit { a: amount }",
      ],
      [
        "the interface as a condition in a union",
        "{ anyBenefits { ...F } }",
        "fragment F on Benefit { a: amount }",
      ],
      [
        "the union as a condition around the interface",
        "{ benefits { ...G } }",
        "fragment G on AnyBenefit { ... on Benefit { a: amount } }",
      ],
      ["the hidden type in a union", "{ anyBenefits { ... on LoanBenefit { a: amount } } }", ""],
    ])("%s -> refused for the hidden type behind it", async (_name, fields, fragments) => {
      const answer = await person(CIVIL_AFFAIRS, fields, fragments);
      expect(refusal(answer)).toEqual([403, "LoanBenefit.amount"]);
      expect(answer.text).not.toContain(LOAN_AMOUNT);
    });

    test("a caller who may read every type behind it sees the interface's field in introspection", async () => {
      const asking = { department: "县残联", duty: "3.2" };
      const { data } = await hub().ask(
        asking,
        '{ __type(name: "Benefit") { fields { name } possibleTypes { name } } }',
      );
      expect(data.__type).toEqual({
        fields: [{ name: "amount" }],
        possibleTypes: [{ name: "PensionBenefit" }, { name: "LoanBenefit" }],
      });
    });
  });

  describe("an alias hides no field", () => {
    test.each([
      ["the name of an allowed field", "{ name: idNumber }"],
      ["the name of a meta field", "{ __typename: idNumber }"],
      ["two names, one of them its own", "{ name idNumber x: idNumber }"],
    ])("%s", async (_name, fields) => {
      const answer = await person(DISABLED_FEDERATION, fields);
      expect(refusal(answer)).toEqual([403, "Person.idNumber"]);
      expect(answer.text).not.toContain(idNumber);
    });

    test("a root field under the name of introspection", async () => {
      const query = `{ __schema: person(idNumber: "${idNumber}") { __type: vehicles { plateNumber } } }`;
      expect(refusal(await hub().ask(DISABLED_FEDERATION, query))).toEqual(VEHICLES);
    });

    test("an allowed field under a forbidden one's name is no refusal", async () => {
      const { status, data } = await person(DISABLED_FEDERATION, "{ idNumber: name }");
      expect([status, typeof data.person.idNumber]).toEqual([200, "string"]);
    });
  });

  describe("a fragment hides no field", () => {
    test.each([
      [
        "nested in fragments",
        "{ ...A }",
        `fragment A on Person { ...B } fragment B on Person { ... { ... on Person { ...C } } }
         fragment C on Person { vehicles { plateNumber } }`,
      ],
      [
        "spread twice",
        "{ ...A a: name ...A }",
        "fragment A on Person { vehicles { plateNumber } }",
      ],
      [
        "spread first where it is allowed",
        "{ ...D disability { ...E } vehicles { ...V } }",
        `fragment D on Person { disability { ...E } } fragment E on Disability { grade }
         fragment V on Vehicle { plateNumber }`,
      ],
      [
        "on the type of a record",
        "{ v: vehicles { ...V } }",
        "fragment V on Vehicle { ... on Vehicle { x: plateNumber } }",
      ],
    ])("%s", async (_name, fields, fragments) => {
      const answer = await person(DISABLED_FEDERATION, fields, fragments);
      expect(refusal(answer)).toEqual(VEHICLES);
    });

    test("on a type that cannot be there -> no such type, as for one that does not exist", async () => {
      const hidden = await person(DISABLED_FEDERATION, "{ ... on Vehicle { plateNumber } }");
      const absent = await person(DISABLED_FEDERATION, "{ ... on Vehikel { plateNumber } }");
      expect([hidden.status, hidden.errors.map(({ message }) => message)]).toEqual([
        absent.status,
        absent.errors.map(({ message }) => message.replace("Vehikel", "Vehicle")),
      ]);
    });
  });

  describe("a directive hides no field, whatever its variable says", () => {
    test.each(
      [true, false].flatMap((skip) => [
        [`@skip(if: ${skip})`, "vehicles @skip(if: $v) { plateNumber }", skip],
        [`@include(if: ${skip})`, "vehicles @include(if: $v) { plateNumber }", skip],
        [`a fragment with @skip(if: ${skip})`, "... F @skip(if: $v)", skip],
        [`a condition with @include(if: ${skip})`, "... @include(if: $v) { ...F }", skip],
      ]) as [string, string, boolean][],
    )("%s", async (_name, fields, v) => {
      const query = `query($n: IdNumber!, $v: Boolean!) { person(idNumber: $n) { name ${fields} } }
        ${fields.includes("F") ? "fragment F on Person { vehicles { plateNumber } }" : ""}`;
      const answer = await hub().ask(DISABLED_FEDERATION, query, { n: idNumber, v });
      expect(refusal(answer)).toEqual(VEHICLES);
    });
  });

  describe("filtering by a field counts as reading it", () => {
    const BAND = "WITHIN_STANDARD";
    test.each([
      ["a literal", `searchHouseholds(filter: { incomeBand: ${BAND} })`, "", {}],
      ["null", "searchHouseholds(filter: { incomeBand: null })", "", {}],
      [
        "a variable",
        "searchHouseholds(filter: $f)",
        "($f: HouseholdFilter)",
        { f: { incomeBand: BAND } },
      ],
      [
        "a variable's default",
        "searchHouseholds(filter: $f)",
        `($f: HouseholdFilter = { incomeBand: ${BAND} })`,
        {},
      ],
      [
        "a default that the request overrides",
        "searchHouseholds(filter: $f)",
        `($f: HouseholdFilter = { incomeBand: ${BAND} })`,
        { f: { township: "330726001" } },
      ],
      [
        "a nested variable",
        "searchHouseholds(filter: { incomeBand: $b })",
        "($b: IncomeBand)",
        { b: BAND },
      ],
      [
        "a nested variable without a value",
        "searchHouseholds(filter: { incomeBand: $b })",
        "($b: IncomeBand)",
        {},
      ],
    ])("by %s", async (_name, call, declared, variables) => {
      const query = `query Q${declared} { ${call} { totalCount edges { node { id } } } }`;
      expect((await hub().ask(CIVIL_AFFAIRS, query, variables)).status).toBe(200);
      const answer = await hub().ask(WOMENS_FEDERATION, query, variables);
      expect(refusal(answer)).toEqual([403, "Household.incomeBand"]);
    });
  });
});

describe("two departments that declare one coordinate in two ways stop the start", () => {
  const declaration = {
    zh: "低收入农户",
    en: "Low-income farming household",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1 16.1",
  } as const;
  const OWNER = { slug: "twin", name: "县农业农村局", english: "Twin of the Agriculture Bureau" };

  const problemsWith = async (twin: new () => object, ...types: (new () => object)[]) => {
    const identity = OWNER;
    const parts = { entities: {}, records: {}, tables: {}, seed: [] };
    const department = defineDepartment({ identity, resolvers: [twin], types, ...parts });
    const starting = blueprint([...departments, department]);
    return starting.then(
      () => "started",
      ({ code, problems }: { code?: string; problems?: string[] }) => [code, problems],
    );
  };

  test.each([
    ["more duties", OWNER.name, { ...declaration, duties: "1.2 2.1 16.1 4.1" }],
    ["another owner", "县妇联", declaration],
    ["a looser sensitivity", OWNER.name, { ...declaration, sensitivity: "NONE" as const }],
    ["a looser sharing class", OWNER.name, { ...declaration, sharing: "UNCONDITIONAL" as const }],
  ])("%s", async (_name, owner, declared) => {
    const Governed = governedBy({ ...OWNER, name: owner });
    @Directive("@shareable")
    @Record("Agriculture", "农业农村登记。", "Agriculture.")
    class Agriculture {
      @Governed(() => Boolean, declared)
      lowIncomeFarmer?: boolean | null;
    }
    @Resolver()
    class TwinResolver {}
    expect(await problemsWith(TwinResolver, Agriculture)).toEqual([
      "POLICY_INVALID",
      ["Agriculture.lowIncomeFarmer is declared in two different ways"],
    ]);
  });

  test("an input field that says it reads nothing", async () => {
    @InputType("HouseholdFilter")
    class HouseholdFilter {
      @Reads()
      @Field(() => String, { nullable: true })
      incomeBand?: string;
    }
    @Resolver()
    class TwinResolver {
      @Open()
      @Query(() => Boolean)
      twin(@Arg("filter", () => HouseholdFilter) _filter: HouseholdFilter): boolean {
        return true;
      }
    }
    expect(await problemsWith(TwinResolver)).toEqual([
      "POLICY_INVALID",
      ["HouseholdFilter.incomeBand is declared in two different ways"],
    ]);
  });
});
