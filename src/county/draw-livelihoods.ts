import type { HouseholdGroup, HouseholdPlan } from "./household-plan.js";
import {
  EMPLOYEE_PENSION,
  LEAST_CONTRIBUTION_BASE,
  MARGINAL_PERCENT,
  RESERVOIR_SUPPORT,
  RESIDENT_PENSION,
  STANDARD_PER_YEAR,
} from "./parameters.js";
import {
  totalIncome,
  type Condition,
  type Farm,
  type HouseholdIncome,
  type Identity,
  type Livelihood,
} from "./person-draft.js";
import type { RandomStream } from "./random-stream.js";

/** Income per head that a family of a group is drawn to have, in hundredths of the standard. */
const TARGETS: Readonly<
  Partial<Record<HouseholdGroup, { readonly least: number; readonly most: number }>>
> = {
  MINIMUM_LIVING: { least: 35, most: 95 },
  MINIMUM_LIVING_MARGINAL: { least: 105, most: MARGINAL_PERCENT - 5 },
  SINGLE_HOUSEHOLD: { least: 105, most: MARGINAL_PERCENT - 5 },
  EXTREME_POVERTY: { least: 0, most: 0 },
  EXPENDITURE_POVERTY: { least: 160, most: 220 },
  TEMPORARY: { least: 155, most: 250 },
  APPLICANT: { least: 160, most: 300 },
};

/** The county's larger reservoirs, whose builders moved villages. */
const RESERVOIRS = ["通济桥水库", "金坑岭水库", "仙华水库"] as const;

/** Net income from a 亩 that the family tills itself, in 元 a year; illustrative. */
const TILLED_INCOME = 300;

/** How a family gets by: everybody's livelihood, and the income of the household together. */
export interface Livelihoods {
  readonly each: readonly Livelihood[];
  readonly income: HouseholdIncome;
}

/** Draws livelihoods that, in a family in difficulty, add up to an income that fits its group. */
export function drawLivelihoods(
  plan: HouseholdPlan,
  identities: readonly Identity[],
  conditions: readonly Condition[],
  stream: RandomStream,
): Livelihoods {
  const target = TARGETS[plan.group];
  const reservoir = plan.rural && stream.chance(0.04) ? stream.pick(RESERVOIRS) : null;
  const each = identities.map((identity, place): Livelihood => {
    const member = identity.slot.role === "MEMBER";
    return {
      ...drawWork(identity, conditions[place] as Condition, target === undefined, stream),
      farm: place === 0 && plan.rural ? drawFarm(stream, target === undefined) : null,
      reservoir: member ? reservoir : null,
    };
  });
  const members = each.filter((_, place) => identities[place]?.slot.role === "MEMBER");
  const fixed = householdIncome(members);
  if (!target) return { each, income: fixed };
  const percent = stream.integer(target.least, target.most);
  const wanted = (STANDARD_PER_YEAR * members.length * percent) / 100;
  const missing = Math.max(0, Math.floor((wanted - totalIncome(fixed)) / 12) * 12);
  const workers = each.filter(
    ({ work }, place) => work === "CASUAL_WORKER" && identities[place]?.slot.role === "MEMBER",
  );
  if (workers.length === 0) {
    const supported = identities.some(({ slot }) => slot.role === "OBLIGOR");
    const kind = supported ? "transfer" : "other";
    return { each, income: { ...fixed, [kind]: fixed[kind] + missing } };
  }
  const wages = shareWages(missing, workers.length, stream);
  const paid = each.map((livelihood) => {
    const worker = workers.indexOf(livelihood);
    if (worker < 0) return livelihood;
    const { wage, employed } = wages[worker] as Wage;
    return { ...livelihood, wage, work: employed ? ("EMPLOYEE" as const) : livelihood.work };
  });
  return { each: paid, income: { ...fixed, wage: fixed.wage + missing } };
}

interface Wage {
  readonly wage: number;
  readonly employed: boolean;
}

/** One regular job where the sum allows it, casual work for the rest. */
function shareWages(total: number, workers: number, stream: RandomStream): readonly Wage[] {
  const regular = LEAST_CONTRIBUTION_BASE * 12;
  if (total >= regular && (workers === 1 || stream.chance(0.5))) {
    const first = workers === 1 ? total : regular;
    const rest = workers > 1 ? Math.floor((total - first) / (workers - 1)) : 0;
    return Array.from({ length: workers }, (_, worker) => ({
      wage: worker === 0 ? total - rest * (workers - 1) : rest,
      employed: worker === 0,
    }));
  }
  const share = Math.floor(total / workers);
  return Array.from({ length: workers }, (_, worker) => ({
    wage: worker === 0 ? total - share * (workers - 1) : share,
    employed: false,
  }));
}

/** A person's work by age and health; who cannot fill the family's target by a job is a casual worker first. */
function drawWork(
  { age, slot }: Identity,
  condition: Condition,
  wellOff: boolean,
  stream: RandomStream,
): Pick<Livelihood, "work" | "wage" | "pension"> {
  const none = { wage: 0, pension: 0 };
  const child = slot.kinship === "SON" || slot.kinship === "DAUGHTER" || age < 18;
  if (slot.role === "DECEASED") return { work: "NOT_WORKING", ...none };
  if (age < 3) return { work: "CHILD", ...none };
  if (age < 18 || (child && slot.role === "MEMBER" && age < 22 && !condition.unable)) {
    return { work: "STUDENT", ...none };
  }
  if (age >= 60) {
    if ((wellOff || slot.role === "OBLIGOR") && stream.chance(0.35)) {
      const pension = stream.integer(EMPLOYEE_PENSION.least, EMPLOYEE_PENSION.most);
      return { work: "RETIRED_EMPLOYEE", wage: 0, pension };
    }
    const pension = stream.integer(RESIDENT_PENSION.least, RESIDENT_PENSION.most);
    return { work: "RETIRED_RESIDENT", wage: 0, pension };
  }
  if (condition.unable) return { work: "NOT_WORKING", ...none };
  if (!wellOff && slot.role === "MEMBER") return { work: "CASUAL_WORKER", ...none };
  const work = stream.weighted([
    ["EMPLOYEE", 55] as const,
    ["CASUAL_WORKER", 33] as const,
    ["NOT_WORKING", 12] as const,
  ]);
  const month =
    work === "EMPLOYEE" ? LEAST_CONTRIBUTION_BASE + stream.integer(0, 110) * 100 : 3_600;
  return { work, wage: work === "NOT_WORKING" ? 0 : month * 12, pension: 0 };
}

/** Land in hundredths of a 亩, part of it let; the amounts are whole 元. */
function drawFarm(stream: RandomStream, wellOff: boolean): Farm {
  const contractedArea = stream.integer(60, wellOff ? 600 : 300);
  const transferredArea = stream.chance(0.45) ? stream.integer(30, contractedArea) : 0;
  return {
    contractedArea,
    transferredArea,
    transferRent: Math.round((transferredArea * stream.integer(450, 800)) / 100),
    annualSubsidies: Math.round((contractedArea * stream.integer(60, 160)) / 100),
    collectiveDividend: stream.chance(0.5) ? stream.integer(5, 60) * 10 : 0,
  };
}

function householdIncome(members: readonly Livelihood[]): HouseholdIncome {
  const income = { wage: 0, business: 0, property: 0, transfer: 0, other: 0 };
  for (const { wage, pension, farm, reservoir } of members) {
    income.wage += wage;
    income.transfer += pension * 12 + (reservoir ? RESERVOIR_SUPPORT : 0);
    if (!farm) continue;
    const tilled = farm.contractedArea - farm.transferredArea;
    income.business += Math.round((tilled * TILLED_INCOME) / 100);
    income.property += farm.transferRent + farm.collectiveDividend;
    income.transfer += farm.annualSubsidies;
  }
  return income;
}
