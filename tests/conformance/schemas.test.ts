import { readFileSync } from "node:fs";
import { composeServices } from "@apollo/composition";
import { transformSupergraphToPublicSchema } from "@theguild/federation-composition";
import {
  buildASTSchema,
  buildSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  validateSchema,
  type GraphQLSchema,
} from "graphql";
import { buildSubgraph } from "../../src/department/subgraph.js";
import { breakingChanges } from "../../src/generate/breaking-changes.js";
import { blueprint, type Blueprint } from "../../src/index.js";
import { assignedDepartments } from "../../src/policy/register/register.js";
import { visibleSchema } from "../../src/policy/visible-schema.js";
import { products } from "./products/index.js";
import { INVENTORY_SDL, USERS_SDL } from "./products/neighbours.js";

/*
 * What the departments compose to, by a second composer: Apollo's own, which is here for tests alone
 * and never delivered (its licence, Elastic 2.0, is none of those the product takes).
 */
const committed = (name: string) =>
  readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), "utf8");

let plan: Blueprint;
beforeAll(async () => {
  plan = await blueprint();
});

/** Composes by Apollo's composer; the errors, or the schema that clients see. */
function composeByApollo(subgraphs: Readonly<Record<string, string>>) {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}/graphql`,
    typeDefs: parse(sdl),
  }));
  const { errors, supergraphSdl, hints = [] } = composeServices(services);
  const warnings = hints.filter(({ definition }) => definition.level.name === "WARN");
  return {
    errors: errors?.map(({ message }) => message) ?? [],
    warnings: warnings.map(({ message }) => message),
    api: supergraphSdl ? apiOf(supergraphSdl) : null,
  };
}

const apiOf = (supergraphSdl: string) =>
  buildASTSchema(transformSupergraphToPublicSchema(parse(supergraphSdl)));
const printed = (schema: GraphQLSchema | null) =>
  schema && printSchema(lexicographicSortSchema(schema));

const slugs = () => plan.subgraphs.map(({ identity }) => identity.slug);

test("all departments compose by the second composer, to the same API", () => {
  const sdls = Object.fromEntries(slugs().map((slug) => [slug, committed(`subgraphs/${slug}`)]));
  const { errors, warnings, api } = composeByApollo(sdls);
  expect([errors, warnings]).toEqual([[], []]);
  expect(printed(api)).toBe(printed(buildSchema(committed("api"))));
});

test("departments that do not fit -> the second composer says so too", () => {
  const [slug = ""] = slugs();
  const sdl = committed(`subgraphs/${slug}`);
  const { errors } = composeByApollo({ one: sdl, other: sdl.replaceAll("@shareable", "") });
  expect(errors).not.toEqual([]);
});

test("Apollo's schema of products, with every directive of federation, composes by both", async () => {
  const { sdl } = await buildSubgraph(products);
  const subgraphs = { products: sdl, users: USERS_SDL, inventory: INVENTORY_SDL };
  const { errors, api } = composeByApollo(subgraphs);
  expect(errors).toEqual([]);
  const fields = Object.keys(
    buildSchema(printed(api) ?? "")
      .getQueryType()
      ?.getFields() ?? {},
  );
  expect(fields.sort()).toEqual(["deprecatedProduct", "inventory", "product"]);
});

describe("by graphql's own validators", () => {
  test.each(["api", "supergraph"])("%s.graphql -> valid", (name) => {
    expect(validateSchema(buildSchema(committed(name)))).toEqual([]);
  });

  test("every department's schema, with federation's fields -> valid", () => {
    for (const { federatedSchema, identity } of plan.subgraphs) {
      expect([identity.slug, validateSchema(federatedSchema)]).toEqual([identity.slug, []]);
    }
  });

  test("what the leading department of each duty sees -> a valid schema that its own SDL says", () => {
    const { policy, composition } = plan;
    const api = buildSchema(composition.apiSdl);
    const standings = policy.register.duties.flatMap((duty) =>
      assignedDepartments(policy.register, duty)
        .slice(0, 1)
        .map((department) => ({ department, duty: duty.id, date: "2026-11-26" })),
    );
    expect(standings.length).toBeGreaterThan(40);
    for (const standing of standings) {
      const seen = visibleSchema(api, policy, standing);
      expect([standing, validateSchema(seen)]).toEqual([standing, []]);
      expect(() => buildSchema(printSchema(seen))).not.toThrow();
    }
  });
});

describe("what breaks clients of the committed API", () => {
  const api = committed("api").replace(/ *"""[^]*?"""\n/g, "");

  test("the API as it is built -> nothing", () => {
    expect(breakingChanges(api, plan.composition.apiSdl)).toEqual([]);
  });

  test.each([
    ["a field taken away", /\n {2}headCount: Int\n/, "\n", "Household.headCount was removed."],
    [
      "another type",
      /\n {2}headCount: Int\n/,
      "\n  headCount: String\n",
      "Household.headCount changed type from Int to String.",
    ],
    [
      "an argument that must be given",
      "household(id: ID!)",
      "household(id: ID!, reason: String!)",
      "A required arg reason on Query.household was added.",
    ],
    ["a value taken away", /\n {2}WITHIN_STANDARD\n/, "\n", "WITHIN_STANDARD was removed"],
  ])("%s -> named", (_name, before, after, change) => {
    const changed = api.replace(before, after);
    expect(changed).not.toBe(api);
    expect(breakingChanges(api, changed).join()).toContain(change);
  });

  test("a field more -> nothing", () => {
    const changed = api.replace(/\n {2}headCount: Int\n/, "\n  headCount: Int\n  more: Int\n");
    expect([changed === api, breakingChanges(api, changed)]).toEqual([false, []]);
  });
});
