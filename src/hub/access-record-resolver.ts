import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { isWithin } from "../codes/division-code.js";
import type { ChainRecord } from "../audit/chain.js";
import type { RequestContext } from "../department/context.js";
import { bilingual } from "../department/descriptions.js";
import { Duties } from "../department/governed.js";
import { IdNumber } from "../department/scalars.js";
import { HubError } from "../errors.js";
import type { Policy } from "../policy/policy.js";
import { AccessRecordType, HISTORY_DUTIES } from "./access-record-types.js";

/** The most records of one answer. */
const MAXIMUM_RECORDS = 500;

/** Who looked at a person's data. */
@Resolver()
export class AccessRecordResolver {
  @Duties(HISTORY_DUTIES)
  @Query(() => [AccessRecordType], {
    nullable: true,
    description: bilingual(
      "某人数据的查询留痕，新的在前，最多 500 条；本次查询自身也会留痕。辖区外报 OUT_OF_JURISDICTION。",
      "Who read a person's data, the newest first, at most 500; reading this is on record too. OUT_OF_JURISDICTION outside the caller's divisions.",
    ),
  })
  async accessRecords(
    @Arg("idNumber", () => IdNumber) idNumber: string,
    @Arg("first", () => Int, { defaultValue: 100 }) first: number,
    @Arg("before", () => Int, { nullable: true }) before: number | null,
    @Ctx() ctx: RequestContext,
  ): Promise<AccessRecordType[]> {
    if (first < 1 || first > MAXIMUM_RECORDS) {
      throw new HubError("BAD_USER_INPUT", `ask for 1 to ${MAXIMUM_RECORDS} records`, {
        argument: "first",
      });
    }
    const { resources, caller } = ctx;
    const division = await resources.divisionOf("Person", ctx.personKey(idNumber), ctx);
    if (division !== null && !isWithin(division, caller.jurisdiction)) {
      throw new HubError("OUT_OF_JURISDICTION", "outside the divisions that this caller serves");
    }
    ctx.concern("Person", ctx.personKey(idNumber));
    const records = await resources.accessHistory(idNumber, { first, after: before });
    return records.map((record) => inWords(record, resources.policy()));
  }
}

function inWords({ sequence, entry }: ChainRecord, policy: Policy): AccessRecordType {
  const { id, at, department, client, duty, case: reference, coordinates, decision } = entry;
  const fields = coordinates.flatMap((coordinate) => {
    const field = policy.fields.get(coordinate);
    return field?.kind === "governed" ? [field.zh] : [];
  });
  const purpose = policy.register.purposes.find((candidate) => candidate.id === duty)?.purposeZh;
  const basis = `依据任务 ${duty ?? "（未说明）"}${purpose ? `“${purpose}”` : ""}`;
  const about = reference ? `，为案件 ${reference}` : "";
  const what = fields.length > 0 ? fields.join("、") : "（无数据字段）";
  const outcome = decision === "ALLOWED" ? "查询了" : "请求查询而未获答复：";
  return {
    id,
    sequence,
    at,
    department,
    client,
    duty,
    case: reference,
    fields,
    decision,
    summary: `${minute(at)}，${department ?? "未识别的调用方"}${basis}${about}，${outcome}${what}。`,
  };
}

/** A time as a citizen reads it, to the minute in Asia/Shanghai. */
function minute(at: string): string {
  return new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai",
    dateStyle: "long",
    timeStyle: "short",
  }).format(new Date(at));
}
