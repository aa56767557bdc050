import {
  createUnionType,
  Ctx,
  Field,
  InterfaceType,
  ObjectType,
  Resolver,
  Root,
} from "type-graphql";
import type { DepartmentDefinition } from "../../src/department/define.js";
import { Entity, governedBy } from "../../src/department/governed.js";
import type { KnownPerson } from "../../src/department/known-person.js";
import { SealedEntity } from "../../src/department/provenance.js";
import { Money } from "../../src/department/scalars.js";
import veterans from "../departments/veterans/index.js";

/*
 * A department whose records are told apart by type only: an interface and a union of a benefit that
 * duty 1.2 may read and a loan that it may not. It stands on the tables of another test's department.
 */
const Governed = governedBy(veterans.identity);

/** What the loan is, to be searched for in answers. */
export const LOAN_AMOUNT = "777123.45";
export const PENSION_AMOUNT = "812.51";

@InterfaceType("Benefit", { resolveType: (value: { __typename: string }) => value.__typename })
abstract class Benefit {
  @Field(() => Money, { nullable: true })
  amount?: string | null;
}

@ObjectType("PensionBenefit", { implements: Benefit })
class PensionBenefit extends Benefit {
  @Governed(() => Money, { zh: "优抚金", en: "Pension", sensitivity: "NONE", duties: "1.2 3.2" })
  override amount?: string | null;
}

@ObjectType("LoanBenefit", { implements: Benefit })
class LoanBenefit extends Benefit {
  @Governed(() => Money, { zh: "贷款", en: "Loan", sensitivity: "NONE", duties: "3.2" })
  override amount?: string | null;
}

const AnyBenefit = createUnionType({
  name: "AnyBenefit",
  types: () => [PensionBenefit, LoanBenefit] as const,
  resolveType: (value) => (value as unknown as { __typename: string }).__typename,
});

@Entity(
  "Person",
  "自然人：各部门围绕同一人提供各自的记录。",
  "A natural person, to whom each department contributes its own records.",
)
class Person extends SealedEntity {}

@Resolver(() => Person)
class PersonResolver {
  @Governed(() => [Benefit], { zh: "待遇", en: "Benefits", sensitivity: "NONE", duties: "1.2 3.2" })
  benefits(@Root() _person: KnownPerson, @Ctx() _ctx: unknown) {
    return BENEFITS;
  }

  @Governed(() => [AnyBenefit], {
    zh: "待遇与贷款",
    en: "Benefits of either kind",
    sensitivity: "NONE",
    duties: "1.2 3.2",
  })
  anyBenefits(@Root() _person: KnownPerson, @Ctx() _ctx: unknown) {
    return BENEFITS;
  }
}

const BENEFITS = [
  { __typename: "PensionBenefit", amount: PENSION_AMOUNT },
  { __typename: "LoanBenefit", amount: LOAN_AMOUNT },
];

export const benefits: DepartmentDefinition = {
  ...veterans,
  resolvers: [PersonResolver],
  types: [Person, PensionBenefit, LoanBenefit],
};
