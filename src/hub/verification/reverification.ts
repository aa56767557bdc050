import {
  Arg,
  Ctx,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from "type-graphql";
import { findRun, paceOf, progressOf, type RunRow } from "../../casework/runs/find-run.js";
import { cancelRun, resumeRun, startRun } from "../../casework/runs/start-run.js";
import { AssistanceProgramme } from "../../codes/code-tables.js";
import { codeTable, type CodeOf } from "../../codes/code-table.js";
import { isWithin } from "../../codes/division-code.js";
import { codeEnum } from "../../department/code-enum.js";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Duties } from "../../department/governed.js";
import { CalendarDate, DivisionCode, Timestamp } from "../../department/scalars.js";
import { HubError } from "../../errors.js";
import { actor } from "./admit.js";
import { Given, OfVerification, VERIFYING_DUTIES } from "./verification-field.js";

/** How far a re-verification is; the codes are this project's. */
const ReverificationState = codeTable(
  "ReverificationState",
  "复核批次状态",
  "How far a re-verification is",
  {
    RUNNING: { code: "1", zh: "进行中", en: "running" },
    CANCELLED: { code: "2", zh: "已取消，可恢复", en: "cancelled; it can be resumed" },
    FINISHED: { code: "3", zh: "已完成", en: "every household is done" },
  },
);
type ReverificationState = CodeOf<typeof ReverificationState>;

@InputType("StartReverificationInput", {
  description: bilingual(
    "复核范围，各条件同时满足；均空为辖区内全部家庭。",
    "Which households are verified again; all conditions must hold, none means all within the divisions.",
  ),
})
class StartReverificationInput {
  @Given(codeEnum(AssistanceProgramme), "正在享受该类救助的家庭。", "Everybody who draws it.", true)
  programme?: AssistanceProgramme | null;

  @Given(() => DivisionCode, "乡镇（街道）代码，9 位。", "Township, 9 digits.", true)
  township?: string | null;

  @Given(() => [ID], "所列家庭。", "The households listed.", true)
  households?: string[] | null;

  @Given(
    () => CalendarDate,
    "任一部门记录截止日期不早于该日的家庭。",
    "Only those of which a department holds a record from that day or later.",
    true,
  )
  changedSince?: string | null;

  @Given(
    () => ID,
    "恢复此批次，其余条件不得填写。",
    "Resumes this one instead; nothing else may be given.",
    true,
  )
  resume?: string | null;
}

@ObjectType("Reverification", {
  description: bilingual("一批家庭的复核。", "A re-verification of many households."),
})
class Reverification {
  @OfVerification(() => ID, "批次编号。", "Id.")
  id!: string;

  @OfVerification(codeEnum(ReverificationState), "状态。", "How far it is.")
  state!: ReverificationState;

  @OfVerification(() => Int, "家庭总数。", "Households in all.")
  total!: number;

  @OfVerification(() => Int, "待复核户数。", "Households still to be verified.")
  pending!: number;

  @OfVerification(() => Int, "已出具报告户数。", "Households with a report of this run.")
  done!: number;

  @OfVerification(() => Int, "无变化户数。", "Households without a change since the day asked for.")
  unchanged!: number;

  @OfVerification(
    () => Int,
    "未能复核户数（无此户、辖区外、来源未答复）。",
    "Households that could not be verified: unknown, outside the divisions, not answered.",
  )
  failed!: number;

  @OfVerification(() => Int, "有疑点的报告数。", "Reports with findings.")
  withFindings!: number;

  @OfVerification(() => Int, "信息不完整的报告数。", "Reports for which something was missing.")
  incomplete!: number;

  @OfVerification(
    () => Float,
    "每秒户数；尚无为 null。",
    "Households a second; null before there is a rate.",
    true,
  )
  rate!: number | null;

  @OfVerification(
    () => Int,
    "预计剩余秒数；尚无为 null。",
    "Seconds left at that rate; null before there is one.",
    true,
  )
  secondsLeft!: number | null;

  @OfVerification(() => String, "发起者。", "Who started it.")
  requestedBy!: string;

  @OfVerification(() => Timestamp, "开始时间。", "When it was started.")
  startedAt!: string;

  @OfVerification(
    () => Timestamp,
    "完成时间；未完成为 null。",
    "When it finished; null before.",
    true,
  )
  finishedAt!: string | null;
}

/** Re-verifications: started, watched, cancelled, resumed. */
@Resolver()
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
    return { ...row, ...progress, ...paceOf(row, progress) };
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
