import { Field, ID, Int, ObjectType } from "type-graphql";

const text = () => Field(() => String, { nullable: true });
const flag = () => Field(() => Boolean, { nullable: true });

@ObjectType()
export class Provenance {
  @text() department!: string;
  @text() originalSource!: string;
  @text() asOf!: string;
  @text() fetchedAt!: string;
  @flag() inDispute!: boolean;
}

@ObjectType()
export class Assistance {
  @text() programme!: string;
  @text() startMonth!: string;
  @text() endMonth!: string | null;
  @text() monthlyAmount!: string | null;
  @text() gradualExitUntil!: string | null;
}

@ObjectType()
export class Declaration {
  @text() wageIncome!: string | null;
  @text() transferIncome!: string | null;
  @text() financialAssets!: string | null;
  @Field(() => Int, { nullable: true }) vehicleCount!: number | null;
  @text() declaredOn!: string | null;
}

@ObjectType()
export class Spending {
  @text() total!: string | null;
  @text() outOfPocket!: string | null;
}

@ObjectType()
export class MedicalInsurance {
  person!: string;
  @text() insuranceType!: string | null;
  @text() status!: string | null;
  @text() employer!: string | null;
  @flag() seriousIllness!: boolean | null;
}

@ObjectType()
export class Disability {
  @text() category!: string | null;
  @text() grade!: string | null;
  @text() certificateStatus!: string | null;
  @text() validUntil!: string | null;
  @text() livingSubsidy!: string | null;
}

@ObjectType()
export class Agriculture {
  @flag() lowIncomeFarmer!: boolean | null;
  @text() contractedArea!: string | null;
  @text() transferRent!: string | null;
  @text() annualSubsidies!: string | null;
  @Field(() => [String], { nullable: true }) machinery!: string[] | null;
}

@ObjectType()
export class HouseholdRegistration {
  @text() address!: string | null;
  @text() registeredDivision!: string | null;
}

@ObjectType()
export class Vehicle {
  @text() plateNumber!: string;
  @text() kind!: string | null;
  @text() status!: string | null;
  @text() purchasePrice!: string | null;
}

@ObjectType()
export class RealEstate {
  @text() usage!: string | null;
  @text() floorArea!: string | null;
  @text() share!: string | null;
}

@ObjectType()
export class SocialInsurance {
  @text() pensionStatus!: string | null;
  @text() monthlyPension!: string | null;
}

@ObjectType()
export class Business {
  @text() unifiedSocialCreditCode!: string;
  @text() role!: string;
  @text() status!: string | null;
}

@ObjectType()
export class FinancialAssets {
  @text() deposits!: string | null;
}

@ObjectType()
export class Marriage {
  spouse!: string | null;
  @text() registeredOn!: string | null;
}

@ObjectType()
export class Person {
  person!: string;
  maskedIdNumber!: string;
  @text() name!: string;
  @text() sex!: string | null;
  @text() birthDate!: string | null;
  @text() kinship!: string | null;
  @text() maritalStatus!: string | null;
  @text() deathDate!: string | null;
}

@ObjectType()
export class Household {
  @Field(() => ID) id!: string;
  @text() township!: string;
  @text() village!: string;
  @Field(() => Int, { nullable: true }) headCount!: number | null;
  @text() incomeBand!: string | null;
}
