import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import {
  findRun,
  latestRuns,
  paceOf,
  progressOf,
  type RunRow,
} from "../../casework/runs/find-run.js";
import { courseOf, failuresOf, findingsBySeverity } from "../../casework/runs/run-course.js";
import { cancelRun, resumeRun, startRun } from "../../casework/runs/start-run.js";
import { isWithin } from "../../codes/division-code.js";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Duties } from "../../department/governed.js";
import { HubError } from "../../errors.js";
import { actor } from "./admit.js";
import {
  Reverification,
  ReverificationFailure,
  ReverificationPoint,
  ReverificationSeverityCount,
  StartReverificationInput,
} from "./reverification-types.js";
import { VERIFYING_DUTIES } from "./verification-field.js";

/** The most re-verifications, and the most failures, of one answer. */
const MAXIMUM_RUNS = 50;
const MAXIMUM_FAILURES = 500;

/** Re-verifications: started, watched, cancelled, resumed. */
@Resolver(() => Reverification)
export class ReverificationResolver {
  @Duties(VERIFYING_DUTIES)
  @Query(() => Reverification, {
    nullable: true,
    description: bilingual(
      "复核批次的进度；无此编号为 null，辖区外报 OUT_OF_JURISDICTION。",
      "How far a re-verification is. Null where there is none; OUT_OF_JURISDICTION outside the caller's divisions.",
    ),
  })
  async reverification(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    const row = await ctx.askHub((database) => findRun(database, id));
    return row && this.shown(admit(row, ctx), ctx);
  }

  @Duties(VERIFYING_DUTIES)
  @Query(() => [Reverification], {
    description: bilingual(
      "辖区内最近的复核批次，新的在前，最多 50 批。",
      "The latest re-verifications within the caller's divisions, at most 50.",
    ),
  })
  async reverifications(
    @Arg("first", () => Int, { defaultValue: 10 }) first: number,
    @Ctx() ctx: RequestContext,
  ): Promise<Reverification[]> {
    if (first < 1 || first > MAXIMUM_RUNS) {
      throw bad("first", `ask for 1 to ${MAXIMUM_RUNS} re-verifications`);
    }
    const { jurisdiction } = ctx.caller;
    const rows = await ctx.askHub((database) => latestRuns(database, jurisdiction, first));
    return Promise.all(rows.map((row) => this.shown(row, ctx)));
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => [ReverificationPoint], {
    description: bilingual(
      "处理进度随时间的变化，最多 61 点，从 0 开始。",
      "How it went on over time: at most 61 points, from nothing at the start.",
    ),
  })
  course(@Root() { id, startedAt }: Reverification, @Ctx() ctx: RequestContext) {
    return ctx.askHub((database) => courseOf(database, { id, startedAt }));
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => [ReverificationSeverityCount], {
    description: bilingual(
      "所出具报告的疑点，按等级，从高到低。",
      "The findings of its reports by severity, the gravest first.",
    ),
  })
  findingsBySeverity(@Root() { id }: Reverification, @Ctx() ctx: RequestContext) {
    return ctx.askHub((database) => findingsBySeverity(database, id));
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => [ReverificationFailure], {
    description: bilingual(
      "未能复核的家庭及原因，按编号，最多 500 户。",
      "The households that could not be verified, and why, by id, at most 500.",
    ),
  })
  async failures(
    @Root() { id }: Reverification,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Ctx() ctx: RequestContext,
  ) {
    if (first < 1 || first > MAXIMUM_FAILURES) {
      throw bad("first", `ask for 1 to ${MAXIMUM_FAILURES} failures`);
    }
    return ctx.askHub((database) => failuresOf(database, id, first));
  }

  @Duties(VERIFYING_DUTIES)
  @Mutation(() => Reverification, {
    description: bilingual(
      "发起或恢复复核；每户恰好出具一份报告。范围内无家庭报 BAD_USER_INPUT。",
      "Starts or resumes a re-verification: each household gets exactly one report. BAD_USER_INPUT where no household is in the scope.",
    ),
  })
  async startReverification(
    @Arg("input", () => StartReverificationInput) input: StartReverificationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Reverification> {
    const { casework, runs } = ctx.resources;
    const { resume, ...scope } = input;
    const queue = await runs.queue();
    if (typeof resume === "string") {
      if (Object.values(scope).some((value) => value !== null && value !== undefined)) {
        throw bad("input.resume", "a re-verification is resumed as it was started");
      }
      const row = await this.get(resume, "input.resume", ctx);
      if (row.state === "FINISHED") throw bad("input.resume", "it is finished already");
      await resumeRun(casework, queue, resume);
      return this.shown(await this.get(resume, "input.resume", ctx), ctx);
    }
    const id = await startRun(casework, queue, { ...scope }, ctx.caller, actor(ctx));
    return this.shown(await this.get(id, "input", ctx), ctx);
  }

  @Duties(VERIFYING_DUTIES)
  @Mutation(() => Reverification, {
    description: bilingual(
      "取消复核；已出具的报告保留，可恢复。",
      "Cancels a re-verification: reports that were made stay, and it can be resumed.",
    ),
  })
  async cancelReverification(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Reverification> {
    const row = await this.get(id, "id", ctx);
    if (row.state === "FINISHED") throw bad("id", "it is finished already");
    await cancelRun(ctx.resources.casework, id);
    return this.shown(await this.get(id, "id", ctx), ctx);
  }

  private async get(id: string, argument: string, ctx: RequestContext): Promise<RunRow> {
    const row = await ctx.askHub((database) => findRun(database, id));
    if (!row) throw bad(argument, "there is no such re-verification");
    return admit(row, ctx);
  }

  private async shown(row: RunRow, ctx: RequestContext): Promise<Reverification> {
    const progress = await ctx.askHub((database) => progressOf(database, row.id));
    const { programme = null, township = null, changedSince = null, households } = row.scope;
    const listed = Array.isArray(households);
    const scope = { programme, township, changedSince, listed };
    return { ...row, ...progress, ...paceOf(row, progress), ...scope };
  }
}

/** A run is for whoever serves all of the divisions that it takes in. */
function admit(row: RunRow, { caller }: RequestContext): RunRow {
  if (row.jurisdiction.every((division) => isWithin(division, caller.jurisdiction))) return row;
  throw new HubError("OUT_OF_JURISDICTION", "outside the divisions that this caller serves");
}

function bad(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
