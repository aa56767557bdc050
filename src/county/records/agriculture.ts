import { PovertyCause } from "../../codes/code-tables.js";
import { hundredths, yuan } from "../amounts.js";
import type { AgricultureTruth } from "../person-truth.js";
import type { PersonDraft } from "../person-draft.js";
import { isLowIncome } from "./low-income.js";
import type { RecordContext } from "./record-context.js";

/**
 * The record of a rural household's head with its land, and, in a low-income farmer's household, of
 * every other member; nobody else has one.
 */
export function makeAgriculture(
  { livelihood: { farm } }: PersonDraft,
  { plan, stream, drafts }: RecordContext,
): AgricultureTruth | null {
  const lowIncomeFarmer = isLowIncome(plan.group);
  if (!plan.rural || (!farm && !lowIncomeFarmer)) return null;
  return {
    lowIncomeFarmer,
    recognisedYear: lowIncomeFarmer ? plan.asOfYear - 1 - (plan.index % 4) : null,
    povertyCause: lowIncomeFarmer ? causeOf(drafts) : null,
    contractedArea: hundredths(farm?.contractedArea ?? 0),
    transferredArea: hundredths(farm?.transferredArea ?? 0),
    transferRent: yuan(farm?.transferRent ?? 0),
    annualSubsidies: yuan(farm?.annualSubsidies ?? 0),
    collectiveDividend: yuan(farm?.collectiveDividend ?? 0),
    machinery: farm && stream.chance(0.06) ? [stream.pick(["微耕机", "割灌机", "水泵"])] : [],
    businessEntity:
      farm && plan.group === "ORDINARY" && stream.chance(0.015)
        ? `浦江县${plan.village.name.replace(/村$/, "")}${stream.pick(["家庭农场", "葡萄专业合作社"])}`
        : null,
  };
}

function causeOf(drafts: readonly PersonDraft[]): PovertyCause {
  const members = drafts.filter(({ identity }) => identity.slot.role === "MEMBER");
  const { values } = PovertyCause;
  if (members.some(({ condition }) => condition.disability)) return values.DISABILITY;
  if (members.some(({ condition }) => condition.seriouslyIll)) return values.ILLNESS;
  if (members.every(({ identity }) => identity.age >= 60)) return values.OLD_AGE;
  if (members.some(({ livelihood }) => livelihood.work === "STUDENT")) return values.EDUCATION;
  return values.LABOUR_SHORTAGE;
}
