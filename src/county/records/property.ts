import { yuan, hundredths } from "../amounts.js";
import type { BusinessTruth, PersonTruth, RealEstateTruth, VehicleTruth } from "../person-truth.js";
import { MODEST_ASSETS_PER_HEAD } from "../parameters.js";
import type { FinancialAssetsTruth } from "../person-truth.js";
import type { PersonDraft } from "../person-draft.js";
import { uniqueCertificate, uniqueCreditCode, uniquePlate } from "../unique-codes.js";
import { drawDateBefore } from "./draw-date.js";
import type { RecordContext } from "./record-context.js";

/** What belongs to one person. */
export type PropertyRecords = Pick<
  PersonTruth,
  "vehicles" | "realEstate" | "businesses" | "financialAssets"
>;

/**
 * What everybody of a family owns, in the family's order. A family in difficulty owns at most the
 * dwelling it lives in and modest savings; what others have in the bank nobody ever asked.
 */
export function makeProperty(context: RecordContext): readonly PropertyRecords[] {
  const { plan, stream, drafts } = context;
  const wellOff = plan.group === "ORDINARY";
  const home = drawHome(context);
  const spouse = drafts[0]?.identity.slot.spouse ?? null;
  const shared = home !== null && wellOff && spouse !== null && stream.chance(0.5);
  const savings = wellOff ? 0 : stream.integer(300, MODEST_ASSETS_PER_HEAD);
  return drafts.map((draft, place) => {
    const owner = home && (place === 0 || (shared && place === spouse));
    return {
      vehicles: wellOff ? drawVehicles(draft, place, context) : [],
      realEstate: owner ? [{ ...home, share: shared ? "0.5000" : "1.0000" }] : [],
      businesses: wellOff && place === 0 ? drawBusinesses(draft, context) : [],
      financialAssets: wellOff ? null : drawAssets(draft, savings, context),
    };
  });
}

/** The dwelling of the household; the homesteads of one village household in two are not yet registered. */
function drawHome({ plan, stream, address }: RecordContext): Omit<RealEstateTruth, "share"> | null {
  if (!stream.chance(plan.rural ? 0.5 : plan.group === "ORDINARY" ? 0.75 : 0.4)) return null;
  const registeredOn = drawDateBefore(stream, plan.asOf, 400, 6_000);
  const year = Math.max(2016, Number(registeredOn.slice(0, 4)));
  return {
    certificateNumber: uniqueCertificate(plan.seed, plan.index, 0, year),
    usage: "DWELLING",
    floorArea: hundredths(
      plan.group === "ORDINARY" ? stream.integer(7_000, 18_000) : stream.integer(3_500, 9_000),
    ),
    address,
    registeredOn,
  };
}

function drawVehicles(
  { identity, livelihood }: PersonDraft,
  place: number,
  { plan, stream }: RecordContext,
): readonly VehicleTruth[] {
  const drives = identity.slot.role !== "DECEASED" && identity.age >= 22 && identity.age < 66;
  if (!drives || place > 1) return [];
  if (!stream.chance(livelihood.work === "EMPLOYEE" ? 0.5 : 0.25)) return [];
  const kind = stream.weighted([
    ["CAR", 80] as const,
    ["LIGHT_TRUCK", 5] as const,
    ["MOTORCYCLE", 15] as const,
  ]);
  const price = { CAR: 60_000, LIGHT_TRUCK: 45_000, MOTORCYCLE: 4_000 }[kind];
  return [
    {
      plateNumber: uniquePlate(plan.seed, plan.index, place),
      kind,
      usage: kind === "LIGHT_TRUCK" ? "FREIGHT" : "NON_COMMERCIAL",
      purchasePrice: yuan(Math.round((price * stream.integer(80, 300)) / 10_000) * 100),
      registeredOn: drawDateBefore(stream, plan.asOf, 60, 4_000),
      status: stream.chance(0.05) ? stream.pick(["SCRAPPED", "TRANSFERRED"] as const) : "NORMAL",
    },
  ];
}

function drawBusinesses(
  { identity }: PersonDraft,
  { plan, stream, address }: RecordContext,
): readonly BusinessTruth[] {
  if (identity.age >= 66 || !stream.chance(0.08)) return [];
  const operator = stream.chance(0.7);
  const trade = stream.pick(["水晶加工", "服装", "挂锁", "餐饮", "建材", "葡萄种植"]);
  const where = address.replace(/^.*浦江县/, "浦江县").replace(/\d.*$/, "");
  return [
    {
      unifiedSocialCreditCode: uniqueCreditCode(plan.seed, plan.index, 0, operator ? "92" : "91"),
      name: operator
        ? `${where}${identity.name}${trade}店`
        : `浦江${identity.name.slice(-1)}源${trade}有限公司`,
      role: operator ? "OPERATOR" : "LEGAL_REPRESENTATIVE",
      registeredCapital: yuan(stream.integer(1, operator ? 10 : 100) * 10_000),
      status: stream.weighted([["ACTIVE", 80] as const, ["DEREGISTERED", 20] as const]),
      shareRatio: operator ? null : "1.0000",
    },
  ];
}

/** The head keeps most of the savings, another adult a little. */
function drawAssets(
  { identity }: PersonDraft,
  savings: number,
  { stream }: RecordContext,
): FinancialAssetsTruth | null {
  if (identity.slot.role !== "MEMBER" || identity.age < 16) return null;
  const part = identity.slot.kinship === "HEAD" ? savings : Math.floor(savings / 4);
  const insurance = stream.chance(0.1) ? Math.floor(part / 5) : 0;
  return {
    deposits: yuan(part - insurance),
    securities: yuan(0),
    insurancePolicies: yuan(insurance),
  };
}
