import { addDays } from "../codes/calendar.js";
import { drawConditions, admittedMember } from "./draw-conditions.js";
import { drawIdentities } from "./draw-identities.js";
import { drawLivelihoods } from "./draw-livelihoods.js";
import { drawFamily } from "./family-shapes.js";
import type { HouseholdPlan } from "./household-plan.js";
import type { HouseholdFacts } from "./household-truth.js";
import { makeAssistance } from "./make-assistance.js";
import { drawConsentState, makeConsents, type ConsentState } from "./make-consents.js";
import {
  bandOf,
  makeAdmission,
  makeDeclaration,
  makePovertyIndex,
  makeVerification,
} from "./make-household-records.js";
import { makePeople } from "./make-people.js";
import { totalIncome, type Condition, type Livelihood, type PersonDraft } from "./person-draft.js";
import { RandomStream } from "./random-stream.js";
import { usualSourceDays } from "./source-days.js";
import type { RecordContext } from "./records/record-context.js";

/**
 * A household in which everything fits everything else: all sources agree with one another and with
 * what was declared. @param consentState drawn where not given
 */
export function makeHousehold(plan: HouseholdPlan, consentState?: ConsentState): HouseholdFacts {
  const stream = new RandomStream(plan.seed, plan.index, 2);
  const { context, people } = makeFamily(plan, stream);
  const ofRole = (role: string) =>
    people.filter((_, place) => context.drafts[place]?.identity.slot.role === role);
  const members = ofRole("MEMBER");
  const obligors = ofRole("OBLIGOR");
  const income = totalIncome(context.income);
  const assistance = makeAssistance(plan, income, members.length, stream);
  const core = {
    id: `H330726${String(plan.index + 1).padStart(6, "0")}`,
    township: plan.township.code,
    village: plan.village.code,
    headCount: members.length,
    asOf: plan.asOf,
    members,
    sharedMembers: [],
    obligors,
    otherPersons: ofRole("DECEASED"),
    assistance,
    sources: usualSourceDays(plan.asOf),
  };
  if (plan.group === "ORDINARY") {
    return {
      ...core,
      incomeBand: null,
      declaration: null,
      povertyIndex: null,
      singleHouseholdAdmission: [],
      latestVerification: null,
      consents: [],
    };
  }
  const declaredOn = addDays(plan.asOf, -stream.integer(40, 330));
  const incomeBand = bandOf(income, members.length);
  const admitted = admittedMember(context.drafts.map(({ identity }) => identity));
  const admittedDraft = context.drafts.find(({ identity }) => identity === admitted);
  return {
    ...core,
    incomeBand,
    declaration: makeDeclaration(context.income, members, plan.rural, declaredOn),
    povertyIndex: makePovertyIndex(income / members.length, declaredOn, stream),
    singleHouseholdAdmission:
      plan.group === "SINGLE_HOUSEHOLD" && admittedDraft
        ? [makeAdmission(admittedDraft, assistance[0]?.startMonth ?? declaredOn.slice(0, 7))]
        : [],
    latestVerification: makeVerification(plan, incomeBand, declaredOn, stream),
    consents: makeConsents(
      consentState ?? drawConsentState(stream),
      members,
      obligors,
      declaredOn,
      plan.asOf,
      stream,
    ),
  };
}

function makeFamily(plan: HouseholdPlan, stream: RandomStream) {
  const identities = drawIdentities(plan, drawFamily(plan.shape, stream), stream);
  const conditions = drawConditions(plan, identities, stream);
  const { each, income } = drawLivelihoods(plan, identities, conditions, stream);
  const drafts = identities.map((identity, place): PersonDraft => ({
    identity,
    condition: conditions[place] as Condition,
    livelihood: each[place] as Livelihood,
  }));
  const context: RecordContext = {
    plan,
    stream,
    drafts,
    income,
    address: `浙江省金华市浦江县${plan.township.name}${plan.village.name}${stream.integer(1, 199)}号`,
    patient: plan.group === "EXPENDITURE_POVERTY" ? patientOf(drafts) : null,
  };
  return { context, people: makePeople(context) };
}

/** The first member who earns nothing, or else the second of the family. */
function patientOf(drafts: readonly PersonDraft[]): PersonDraft | null {
  const members = drafts.filter(({ identity }) => identity.slot.role === "MEMBER");
  return members.find(({ livelihood }) => livelihood.wage === 0) ?? members[1] ?? null;
}
