import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { keyOf, openMasked } from "../../at-rest.js";
import { IdNumber } from "./id-number.js";
import type { Tables } from "./tables.js";
import * as types from "./types.js";

interface RecordRow {
  readonly originalSource?: string;
  readonly asOf?: string;
  readonly fetchedAt?: string;
  readonly inDispute?: boolean;
}

@Resolver()
export class QueryResolver {
  @Query(() => types.Household, { nullable: true })
  household(@Arg("id", () => ID) id: string, @Ctx() tables: Tables) {
    return tables.load("household", id);
  }

  @Query(() => [types.Household], { nullable: "itemsAndList" })
  households(@Arg("ids", () => [ID]) ids: string[], @Ctx() tables: Tables) {
    return Promise.all(ids.map((id) => tables.load("household", id)));
  }

  @Query(() => types.Person, { nullable: true })
  person(@Arg("idNumber", () => IdNumber) idNumber: string, @Ctx() tables: Tables) {
    return tables.load("person", keyOf(idNumber));
  }
}

@Resolver(() => types.Household)
export class HouseholdResolver {
  @FieldResolver(() => types.Provenance, { nullable: true })
  provenance(@Root() household: types.Household & RecordRow) {
    return provenanceOf(household, "县民政局");
  }

  @FieldResolver(() => [types.Assistance], { nullable: true })
  assistance(@Root() { id }: types.Household, @Ctx() tables: Tables) {
    return tables.load("assistance", id);
  }

  @FieldResolver(() => types.Declaration, { nullable: true })
  declaration(@Root() { id }: types.Household, @Ctx() tables: Tables) {
    return tables.load("declaration", id);
  }

  @FieldResolver(() => [types.Person], { nullable: true })
  members(@Root() { id }: types.Household, @Ctx() tables: Tables) {
    return tables.load("member", id);
  }
}

@Resolver(() => types.Person)
export class PersonResolver {
  @FieldResolver(() => String, { nullable: true })
  maskedIdNumber(@Root() { person, maskedIdNumber }: types.Person) {
    return openMasked(maskedIdNumber, person);
  }

  @FieldResolver(() => Int, { nullable: true })
  age(@Root() { birthDate }: types.Person) {
    if (birthDate === null) return null;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
    return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
  }

  @FieldResolver(() => types.Marriage, { nullable: true })
  marriage(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("marriage", person);
  }

  @FieldResolver(() => types.MedicalInsurance, { nullable: true })
  medicalInsurance(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("medicalInsurance", person);
  }

  @FieldResolver(() => types.Disability, { nullable: true })
  disability(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("disability", person);
  }

  @FieldResolver(() => types.Agriculture, { nullable: true })
  agriculture(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("agriculture", person);
  }

  @FieldResolver(() => types.HouseholdRegistration, { nullable: true })
  householdRegistration(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("householdRegistration", person);
  }

  @FieldResolver(() => [types.Vehicle], { nullable: true })
  vehicles(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("vehicles", person);
  }

  @FieldResolver(() => [types.RealEstate], { nullable: true })
  realEstate(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("realEstate", person);
  }

  @FieldResolver(() => types.SocialInsurance, { nullable: true })
  socialInsurance(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("socialInsurance", person);
  }

  @FieldResolver(() => [types.Business], { nullable: true })
  businesses(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("businesses", person);
  }

  @FieldResolver(() => types.FinancialAssets, { nullable: true })
  financialAssets(@Root() { person }: types.Person, @Ctx() tables: Tables) {
    return tables.load("financialAssets", person);
  }
}

@Resolver(() => types.Marriage)
export class MarriageResolver {
  @FieldResolver(() => types.Person, { nullable: true })
  spouse(@Root() { spouse }: types.Marriage, @Ctx() tables: Tables) {
    return spouse === null ? null : tables.load("person", spouse);
  }
}

@Resolver(() => types.MedicalInsurance)
export class MedicalInsuranceResolver {
  @FieldResolver(() => types.Spending, { nullable: true })
  spending(@Root() { person }: types.MedicalInsurance, @Ctx() tables: Tables) {
    return tables.load("spending", person);
  }

  @FieldResolver(() => types.Provenance, { nullable: true })
  provenance(@Root() insurance: types.MedicalInsurance & RecordRow) {
    return provenanceOf(insurance, "县医保局");
  }
}

@Resolver(() => types.Vehicle)
export class VehicleResolver {
  @FieldResolver(() => types.Provenance, { nullable: true })
  provenance(@Root() vehicle: types.Vehicle & RecordRow) {
    return provenanceOf(vehicle, "县大数据局");
  }
}

function provenanceOf(
  { originalSource, asOf, fetchedAt, inDispute }: RecordRow,
  department: string,
) {
  return { department, originalSource, asOf, fetchedAt, inDispute };
}
