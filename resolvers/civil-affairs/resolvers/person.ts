import { Ctx, Int, Resolver, Root } from "type-graphql";
import { ageOn } from "../../../src/codes/calendar.js";
import { Kinship } from "../../../src/codes/code-tables.js";
import { ExpectedRows } from "../../../src/department/expected-rows.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import type { RequestContext } from "../../../src/department/context.js";
import { IdNumber } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import { findHouseholds, findKinship, MEMBERSHIP_COLUMNS } from "../members.js";
import type { PersonRow } from "../rows.js";
import { membership, person as table } from "../tables.js";
import { Household } from "../types/household.js";
import { Person } from "../types/person.js";
import { Marriage } from "../types/marriage.js";
import { ChildWelfare, ElderCare, LeftBehind, ReservoirMigrant } from "../types/welfare.js";

/** A natural person, to whom each department contributes its own records: what is looked up. */
@Resolver(() => Person)
export class PersonResolver {
  @Governed(() => IdNumber, {
    zh: "公民身份号码",
    en: "Citizen ID number",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1 3.3 17.2 18.1 19.1",
    reads: [table.idNumber],
  })
  idNumber(@Root() { person, idNumber }: PersonRow, @Ctx() ctx: RequestContext) {
    return ctx.open(table.idNumber, idNumber, person);
  }

  @Governed(() => String, {
    zh: "公民身份号码（脱敏）",
    en: "Citizen ID number, masked",
    sensitivity: "PERSONAL",
    mask: "first 6 and last 4 shown",
    duties: "1.2 1.3 1.4 2.1 2.3 3.1 3.2 3.3 4.1 10.1 10.3 11.1 12.1 13.1 13.2 16.1 17.2 18.1 19.1",
    reads: [table.maskedIdNumber],
  })
  maskedIdNumber(@Root() { person, maskedIdNumber }: PersonRow, @Ctx() ctx: RequestContext) {
    return ctx.open(table.maskedIdNumber, maskedIdNumber, person);
  }

  @Governed(() => Int, {
    zh: "年龄",
    en: "Age in completed years today (Asia/Shanghai)",
    unit: "周岁",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.3 3.1 3.2 4.1 10.1 10.3 11.1 12.1 13.1 13.2 18.1",
    reads: [table.birthDate],
  })
  age(@Root() person: PersonRow, @Ctx() ctx: RequestContext) {
    return person.birthDate ? ageOn(person.birthDate, ctx.caller.date) : null;
  }

  @Governed(codeEnum(Kinship), {
    zh: "与户主关系",
    en: "Relation to the head of the household",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.3 4.1 18.1",
    reads: [...MEMBERSHIP_COLUMNS, membership.kinship],
  })
  kinship(@Root() person: PersonRow, @Ctx() ctx: RequestContext) {
    return findKinship(person, ctx);
  }

  @ExpectedRows(1)
  @Governed(() => [Household], {
    zh: "计为共同生活成员的家庭",
    en: "Households that count the person as a co-living member; more than one is a case for verification",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
    reads: MEMBERSHIP_COLUMNS,
    sparse: true,
  })
  households(@Root() person: PersonRow, @Ctx() ctx: RequestContext) {
    return findHouseholds(person, ctx);
  }

  @Governed(() => Marriage, {
    zh: "婚姻登记",
    en: "Marriage registration",
    sensitivity: "PERSONAL",
    duties: "1.2 17.2 18.1",
  })
  marriage(@Root() person: PersonRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.marriageByPerson, person.person);
  }

  @Governed(() => ChildWelfare, {
    zh: "儿童福利保障",
    en: "Child welfare",
    sensitivity: "PERSONAL",
    duties: "3.1",
  })
  childWelfare(@Root() person: PersonRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.childWelfareByPerson, person.person);
  }

  @Governed(() => LeftBehind, {
    zh: "留守人员登记",
    en: "Registration as a left-behind person",
    sensitivity: "PERSONAL",
    duties: "4.1",
  })
  leftBehind(@Root() person: PersonRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.leftBehindByPerson, person.person);
  }

  @Governed(() => ElderCare, {
    zh: "养老服务补贴",
    en: "Elder-care subsidy",
    sensitivity: "PERSONAL",
    duties: "10.1 11.1 13.1",
  })
  elderCare(@Root() person: PersonRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.elderCareByPerson, person.person);
  }

  @Governed(() => ReservoirMigrant, {
    zh: "水库移民后期扶持",
    en: "Later support as a reservoir migrant",
    sensitivity: "PERSONAL",
    duties: "16.1",
  })
  reservoirMigrant(@Root() person: PersonRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.reservoirMigrantByPerson, person.person);
  }
}
