import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import type { KnownPerson } from "../../../src/department/known-person.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import { Person } from "../types/person.js";
import { HouseholdRegistration, Student } from "../types/registration.js";
import { FinancialAssets, HousingFund, RealEstate, Vehicle } from "../types/property.js";
import { Business, IncomeTax, SocialInsurance } from "../types/work.js";

/** A natural person, to whom each department contributes its own records: what is looked up. */
@Resolver(() => Person)
export class PersonResolver {
  @Governed(() => HouseholdRegistration, {
    zh: "户籍登记",
    en: "Household registration",
    sensitivity: "PERSONAL",
    source: "县公安局",
    duties: "1.2 2.1 3.3 4.1 11.1 16.1 17.2 18.1",
  })
  householdRegistration(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.registrationByPerson, person.person);
  }

  @Governed(() => [Vehicle], {
    zh: "机动车登记",
    en: "Motor vehicles",
    sensitivity: "FINANCIAL",
    source: "县公安局",
    duties: "1.2",
  })
  vehicles(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.vehiclesByPerson, person.person);
  }

  @Governed(() => [RealEstate], {
    zh: "不动产登记",
    en: "Real estate",
    sensitivity: "FINANCIAL",
    source: "县自然资源局",
    duties: "1.2 12.1",
  })
  realEstate(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.realEstateByPerson, person.person);
  }

  @Governed(() => SocialInsurance, {
    zh: "社会保险",
    en: "Social insurance",
    sensitivity: "FINANCIAL",
    source: "县人力社保局",
    duties: "1.2 3.2",
  })
  socialInsurance(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.socialInsuranceByPerson, person.person);
  }

  @Governed(() => HousingFund, {
    zh: "住房公积金",
    en: "Housing provident fund",
    sensitivity: "FINANCIAL",
    source: "住房公积金中心",
    duties: "1.2",
  })
  housingFund(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.housingFundByPerson, person.person);
  }

  @Governed(() => IncomeTax, {
    zh: "个人所得税",
    en: "Personal income tax",
    sensitivity: "FINANCIAL",
    source: "县税务局",
    duties: "1.2",
  })
  incomeTax(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.incomeTaxByPerson, person.person);
  }

  @Governed(() => [Business], {
    zh: "市场主体登记",
    en: "Businesses",
    sensitivity: "FINANCIAL",
    source: "县市场监管局",
    duties: "1.2",
  })
  businesses(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.businessesByPerson, person.person);
  }

  @Governed(() => FinancialAssets, {
    zh: "金融资产（省平台查询）",
    en: "Financial assets (from the provincial platform)",
    sensitivity: "FINANCIAL",
    source: "省级大救助信息平台",
    duties: "1.2",
  })
  financialAssets(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.financialAssetsByPerson, person.person);
  }

  @Governed(() => Student, {
    zh: "学籍",
    en: "School enrolment",
    sensitivity: "PERSONAL",
    source: "县教育局",
    duties: "1.2 1.3 4.1",
  })
  student(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.studentByPerson, person.person);
  }
}
