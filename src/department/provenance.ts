import { Directive, Field, ID, ObjectType } from "type-graphql";
import { bilingual } from "./descriptions.js";
import { Follows, Open } from "./governed.js";
import { CalendarDate, Timestamp } from "./scalars.js";

/** Where a department's record comes from and how fresh it is. */
@Directive("@shareable")
@ObjectType("Provenance", {
  description: bilingual(
    "一条部门记录的来源与时效。",
    "Where a department's record comes from and how fresh it is.",
  ),
})
export class Provenance {
  @Open()
  @Field(() => String, {
    description: bilingual(
      "提供该记录的部门（官方名称）。",
      "Official name of the department that provides the record.",
    ),
  })
  department!: string;

  @Open()
  @Field(() => String, {
    description: bilingual(
      "数据最初产生的单位。",
      "The body in which the data first arose; the department itself where it is its own.",
    ),
  })
  originalSource!: string;

  @Open()
  @Field(() => CalendarDate, {
    description: bilingual(
      "数据截止日期：记录反映的是这一天的情况。",
      "As-of date: the record says how things stood on this day (Asia/Shanghai).",
    ),
  })
  asOf!: string;

  @Open()
  @Field(() => Timestamp, {
    description: bilingual("部门数据取得时间。", "When the department's data was fetched."),
  })
  fetchedAt!: string;

  @Open()
  @Field(() => Boolean, {
    description: bilingual(
      "是否有未办结的数据校核（存在异议）。",
      "True while a data issue on the record is open: its values are in dispute.",
    ),
  })
  inDispute!: boolean;
}

/** The columns of a department's table that provenance is made of. */
export interface ProvenanceRow {
  readonly originalSource: string;
  readonly asOf: string;
  readonly fetchedAt: string;
  readonly inDispute: boolean;
}

/** A record of a department: whatever it holds, it says where it comes from. */
@ObjectType({ description: "A record with its provenance" })
export abstract class DepartmentRecord {
  @Follows("self")
  @Field(() => Provenance, {
    nullable: true,
    description: bilingual(
      "该记录的来源、截止日期与异议状态。",
      "Source, as-of date and dispute state of this record. Null only when the record's source failed.",
    ),
  })
  provenance?: Provenance;
}

/** An entity that several departments contribute to. */
@ObjectType({ description: "An entity with a sealed reference" })
export abstract class SealedEntity {
  @Directive("@inaccessible")
  @Open()
  @Field(() => ID, {
    description: bilingual(
      "加密引用：仅供网关在部门之间传递，短时有效，不含明文身份信息。",
      "Sealed reference for the gateway alone: short-lived, bound to the caller, no identity in clear.",
    ),
  })
  ref!: string;
}

/** An entity in its home department, where it is a record as well. */
@ObjectType({ description: "An entity with its provenance" })
export abstract class SealedRecord extends SealedEntity {
  @Follows("self")
  @Field(() => Provenance, {
    nullable: true,
    description: bilingual(
      "该记录的来源、截止日期与异议状态。",
      "Source, as-of date and dispute state of this record. Null only when the record's source failed.",
    ),
  })
  provenance?: Provenance;
}
