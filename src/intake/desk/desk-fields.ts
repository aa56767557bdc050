import {
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigMap,
} from "graphql";
import { z } from "zod";
import type { RequestContext } from "../../department/context.js";
import type { Subgraph } from "../../department/subgraph.js";
import { HubError } from "../../errors.js";
import type { FieldPolicy } from "../../policy/field-policy.js";
import { issueAnswer, issueQuestion, issueReport } from "../issues/issue-papers.js";
import type { Desk } from "./desk.js";

/** One field by which the hub asks the desk of a department elsewhere. */
export interface DeskField {
  readonly name: string;
  readonly operation: "Query" | "Mutation";
  /** The operation that asks it. */
  readonly document: string;
  answer(desk: Desk, paper: unknown, ctx: RequestContext): Promise<unknown>;
}

const paperScalar = new GraphQLScalarType({ name: "_Paper" });

export const DIVISION = deskField(
  "Query",
  "_division",
  z.strictObject({ type: z.string(), ref: z.string() }),
  async (desk, { type, ref }, ctx) => {
    const key = ctx.unseal(type, ref);
    if (key === null) throw malformed("ref");
    return desk.divisionOf(type, key, ctx);
  },
);

export const REPORT = deskField("Mutation", "_reportDataIssue", issueReport, (desk, paper, ctx) =>
  desk.report(paper, ctx),
);

export const ANSWER = deskField("Mutation", "_answerDataIssue", issueAnswer, (desk, paper, ctx) =>
  desk.answer(paper, ctx),
);

export const ISSUES = deskField("Query", "_dataIssues", issueQuestion, (desk, paper, ctx) =>
  desk.issues(paper, ctx),
);

export const STATISTICS = deskField(
  "Query",
  "_dataIssueStatistics",
  z.null(),
  (desk, _paper, ctx) => desk.statistics(ctx),
);

export const SOURCES = deskField("Query", "_sources", z.null(), (desk, _paper, ctx) =>
  desk.sources(ctx),
);

const FIELDS: readonly DeskField[] = [DIVISION, REPORT, ANSWER, ISSUES, STATISTICS, SOURCES];

/** The fields are open on purpose: the desk decides what each caller may. */
export const DESK_POLICIES: readonly FieldPolicy[] = FIELDS.map(({ operation, name }) => ({
  kind: "open",
  coordinate: `${operation}.${name}`,
}));

/**
 * A department's federated schema with its desk: fields that are no part of the supergraph, for a
 * hub that the department is elsewhere to.
 */
export function withDesk({ federatedSchema, identity }: Subgraph): GraphQLSchema {
  const config = federatedSchema.toConfig();
  const fieldsOf = (operation: DeskField["operation"]) =>
    Object.fromEntries(
      FIELDS.filter((field) => field.operation === operation).map((field) => [
        field.name,
        resolved(field, identity.slug),
      ]),
    );
  return new GraphQLSchema({
    ...config,
    query: extended("Query", config.query, fieldsOf("Query")),
    mutation: extended("Mutation", config.mutation, fieldsOf("Mutation")),
    types: config.types.filter(({ name }) => name !== "Query" && name !== "Mutation"),
  });
}

function extended(
  name: string,
  type: GraphQLObjectType | null | undefined,
  fields: GraphQLFieldConfigMap<unknown, RequestContext>,
): GraphQLObjectType {
  const config = type?.toConfig();
  return new GraphQLObjectType({ name, ...config, fields: { ...config?.fields, ...fields } });
}

function resolved(field: DeskField, slug: string): GraphQLFieldConfig<unknown, RequestContext> {
  return {
    type: paperScalar,
    args: { paper: { type: paperScalar } },
    resolve: (_source, { paper }, ctx) => field.answer(ctx.resources.desks.of(slug), paper, ctx),
  };
}

function deskField<Paper>(
  operation: DeskField["operation"],
  name: string,
  shape: z.ZodType<Paper>,
  answer: (desk: Desk, paper: Paper, ctx: RequestContext) => Promise<unknown>,
): DeskField {
  return {
    name,
    operation,
    document: `${operation.toLowerCase()} ($paper: _Paper) { ${name}(paper: $paper) }`,
    async answer(desk, paper, ctx) {
      const read = shape.safeParse(paper);
      if (!read.success) throw malformed("paper");
      return answer(desk, read.data, ctx);
    },
  };
}

function malformed(argument: string): HubError {
  return new HubError("BAD_USER_INPUT", "it is not what a hub sends", { argument });
}
