import { ReviewHousehold, type ReviewHouseholdQuery } from "../generated/operations.js";
import { askPatiently } from "./ask-patiently.js";
import type { HubClient } from "./hub-client.js";
import { Place, type Outcome } from "./outcome.js";

/** What a case worker has to know of a member before single-household admission (单独列户). */
export interface MemberReview {
  readonly name: Outcome<string>;
  readonly disability: Outcome<string>;
  readonly insurance: Outcome<string>;
  /** Yuan of the latest year. */
  readonly outOfPocket: Outcome<string>;
}

/** A household as the departments answered, field by field. */
export interface HouseholdReview {
  readonly household: Outcome<object>;
  readonly members: readonly MemberReview[];
  /** Id of the hub's record of the last request. */
  readonly audit: string;
}

const PARTS = { disability: "disability", insurance: "medicalInsurance" };

/** Reviews a household; sources that do not answer in time are outcomes, never missing. */
export async function reviewHousehold(client: HubClient, id: string): Promise<HouseholdReview> {
  const answer = await askPatiently(client, ReviewHousehold, { id }, PARTS);
  const household = Place.of(answer).at("household");
  return {
    household: household.outcome,
    members: household.at("members").each().map(reviewOf),
    audit: answer.audit,
  };
}

type Household = NonNullable<ReviewHouseholdQuery["household"]>;
type Member = NonNullable<Household["members"]>[number];

function reviewOf(member: Place<Member>): MemberReview {
  const insurance = member.at("medicalInsurance");
  return {
    name: member.at("name").outcome,
    disability: member.at("disability").at("grade").outcome,
    insurance: insurance.at("status").outcome,
    outOfPocket: insurance.at("spending").at("outOfPocket").outcome,
  };
}
