import { Field, InputType, Int, ObjectType } from "type-graphql";
import { AssistanceProgramme, IncomeBand } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { bilingual } from "../../../src/department/descriptions.js";
import { Follows, Reads } from "../../../src/department/governed.js";
import { PageInfo } from "../../../src/department/page.js";
import { DivisionCode } from "../../../src/department/scalars.js";
import { Household } from "./household.js";

/** What households are searched by; using a field counts as reading it. */
@InputType("HouseholdFilter", {
  description: bilingual(
    "查询条件，各条件同时满足；按某字段筛选须有该字段的读取权限。",
    "Conditions that must all hold. Filtering by a field needs the right to read that field.",
  ),
})
export class HouseholdFilter {
  @Reads("Household.township")
  @Field(() => DivisionCode, {
    nullable: true,
    description: bilingual("乡镇（街道）代码，9 位。", "Township or street, 9 digits."),
  })
  township?: string | null;

  @Reads("Household.village")
  @Field(() => DivisionCode, {
    nullable: true,
    description: bilingual("村（社区）代码，12 位。", "Village or community, 12 digits."),
  })
  village?: string | null;

  @Reads("Household.assistance", "Assistance.programme", "Assistance.endMonth")
  @Field(codeEnum(AssistanceProgramme), {
    nullable: true,
    description: bilingual("正在享受的救助类别。", "A programme that the household receives now."),
  })
  programme?: AssistanceProgramme | null;

  @Reads("Household.incomeBand")
  @Field(codeEnum(IncomeBand), {
    nullable: true,
    description: bilingual("家庭人均收入档次。", "Band of income per head, as verified."),
  })
  incomeBand?: IncomeBand | null;
}

@ObjectType("HouseholdEdge", {
  description: bilingual("查询结果中的一户。", "One household of a search."),
})
export class HouseholdEdge {
  @Follows("Household")
  @Field(() => Household, {
    nullable: true,
    description: bilingual("家庭。", "The household."),
  })
  node!: unknown;

  @Follows("Household")
  @Field(() => String, {
    description: bilingual("该户的游标。", "Cursor of this household, for `after`."),
  })
  cursor!: string;
}

@ObjectType("HouseholdConnection", {
  description: bilingual(
    "家庭查询结果（Relay 分页）。",
    "Households found, page by page (Relay connection), ordered by id.",
  ),
})
export class HouseholdConnection {
  @Follows("Household")
  @Field(() => [HouseholdEdge], {
    description: bilingual("本页的家庭。", "The households of this page."),
  })
  edges!: HouseholdEdge[];

  @Follows("Household")
  @Field(() => PageInfo, { description: bilingual("分页信息。", "About this page.") })
  pageInfo!: PageInfo;

  @Follows("Household")
  @Field(() => Int, {
    nullable: true,
    description: bilingual(
      "符合条件且在管辖范围内的户数。",
      "Number of households that match, within the caller's jurisdiction.",
    ),
  })
  totalCount(): Promise<number> {
    return this.count();
  }

  /** Counts them, for whoever asks how many there are. */
  count!: () => Promise<number>;
}
