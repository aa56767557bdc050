import { Field, ObjectType, Query, Resolver } from "type-graphql";
import { defineDepartment, type DepartmentDefinition } from "../../src/department/define.js";
import { Follows, governedBy, Record } from "../../src/department/governed.js";
import { DepartmentRecord } from "../../src/department/provenance.js";
import { departments } from "../../resolvers/index.js";
import { blueprint } from "../../src/index.js";
import { PolicyError } from "../../src/policy/policy.js";

const identity = { slug: "weather", name: "县气象局", english: "Weather Bureau" };
const Governed = governedBy(identity);

function department(resolver: new () => object): DepartmentDefinition {
  return defineDepartment({
    identity,
    resolvers: [resolver],
    types: [],
    entities: {},
    records: {},
    tables: {},
    seed: [],
  });
}

const starting = (resolver: new () => object) => blueprint([...departments, department(resolver)]);

async function problemsOf(resolver: new () => object): Promise<readonly string[]> {
  const error = await starting(resolver).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(PolicyError);
  return (error as PolicyError).problems;
}

describe("start-up", () => {
  test("stops at a field without a policy and names it", async () => {
    @ObjectType("Forecast")
    class Forecast {
      @Field(() => String)
      text!: string;
    }
    @Resolver()
    class WeatherResolver {
      @Query(() => Forecast)
      forecast(): Forecast {
        return { text: "rain" };
      }
    }
    const problems = await problemsOf(WeatherResolver);
    expect(problems.join("\n")).toContain("Forecast.text has no policy");
    expect(problems.join("\n")).toContain("Query.forecast has no policy");
  });

  test("stops at a duty that the register does not have", async () => {
    @Record("Rainfall", "降雨。", "Rainfall.")
    class Rainfall extends DepartmentRecord {
      @Governed(() => String, { zh: "雨量", en: "Amount", sensitivity: "NONE", duties: "1.2 99.9" })
      amount?: string;
    }
    @Resolver()
    class RainResolver {
      @Follows("Rainfall")
      @Query(() => Rainfall, { nullable: true })
      rainfall(): null {
        return null;
      }
    }
    const problems = await problemsOf(RainResolver);
    expect(problems).toEqual(["Rainfall.amount names duty 99.9, which is not in the register"]);
  });
});
