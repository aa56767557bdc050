import { GraphQLError } from "graphql";
import { Resolver } from "type-graphql";
import type { DepartmentDefinition } from "../../../src/department/define.js";
import { Entity, governedBy } from "../../../src/department/governed.js";
import { SealedEntity } from "../../../src/department/provenance.js";
import veterans from "../../departments/veterans/index.js";

/*
 * A department whose every field fails with a text that no caller may read. It stands on the tables
 * of another test's department.
 */
const Governed = governedBy(veterans.identity);

/** What must not come out: where a database is and its password. */
export const DATABASE_URL = "postgres://hub:s3cret@10.0.0.5:5432/veterans";

const declared = { zh: "出错", en: "Fails", sensitivity: "NONE", duties: "1.2" } as const;

@Entity(
  "Person",
  "自然人：各部门围绕同一人提供各自的记录。",
  "A natural person, to whom each department contributes its own records.",
)
class Person extends SealedEntity {}

@Resolver(() => Person)
class PersonResolver {
  @Governed(() => String, declared)
  failsWithError(): string {
    throw new Error(`connect ECONNREFUSED ${DATABASE_URL}`);
  }

  @Governed(() => String, declared)
  async failsLater(): Promise<string> {
    throw Object.assign(new Error(DATABASE_URL), { code: "ECONNREFUSED", detail: DATABASE_URL });
  }

  @Governed(() => String, declared)
  failsWithText(): string {
    throw DATABASE_URL as unknown as Error;
  }

  @Governed(() => String, declared)
  failsWithReturnedError(): string {
    return new Error(DATABASE_URL) as unknown as string;
  }

  @Governed(() => String, declared)
  failsWithGraphQLError(): string {
    throw new GraphQLError(DATABASE_URL, { extensions: { url: DATABASE_URL } });
  }

  @Governed(() => String, declared)
  failsWithRequestCode(): string {
    throw new GraphQLError(DATABASE_URL, {
      extensions: { code: "BAD_REQUEST", url: DATABASE_URL },
    });
  }

  @Governed(() => String, declared)
  failsWithParseCode(): string {
    throw new GraphQLError(DATABASE_URL, { extensions: { code: "GRAPHQL_PARSE_FAILED" } });
  }

  @Governed(() => String, declared)
  failsWithCause(): string {
    throw new Error("the source failed", { cause: new Error(DATABASE_URL) });
  }
}

export const FAILING_FIELDS = [
  "failsWithError",
  "failsLater",
  "failsWithText",
  "failsWithReturnedError",
  "failsWithGraphQLError",
  "failsWithRequestCode",
  "failsWithParseCode",
  "failsWithCause",
];

export const failing: DepartmentDefinition = {
  ...veterans,
  resolvers: [PersonResolver],
  types: [Person],
};
