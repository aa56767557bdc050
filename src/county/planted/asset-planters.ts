import { addDays, addYears } from "../../codes/calendar.js";
import type { VehicleKind, VehicleStatus } from "../../codes/code-tables.js";
import { yuan } from "../amounts.js";
import type { BusinessTruth, RealEstateTruth } from "../person-truth.js";
import { makeDisability } from "../records/disability.js";
import { uniqueCertificate, uniqueCreditCode, uniquePlate } from "../unique-codes.js";
import {
  getMember,
  withDeclaration,
  withMember,
  WORKING_FAMILY,
  type PlantContext,
  type Planter,
} from "./planter.js";

/** Vehicles, buildings, businesses and savings against the declaration. */
export const assetPlanters: readonly Planter[] = [
  vehicle("VEHICLE_UNDECLARED", true, "CAR", "NORMAL", "名下有正常状态小型客车，未申报"),
  vehicle("VEHICLE_SCRAPPED", false, "CAR", "SCRAPPED", "名下车辆已报废注销，不计入财产"),
  vehicle("VEHICLE_SOLD", false, "CAR", "TRANSFERRED", "名下车辆已转让，不计入财产"),
  {
    ...vehicle(
      "VEHICLE_FOR_DISABLED",
      false,
      "DISABLED_MOBILITY",
      "NORMAL",
      "残疾人机动轮椅车，按规定豁免",
    ),
    plant(household, context) {
      const { idNumber, birthDate } = getMember(household, 0);
      const disability = makeDisability(
        { idNumber, birthDate, age: 40 },
        "PHYSICAL",
        "GRADE_3",
        context.plan,
        context.stream,
      );
      return addVehicle(
        withMember(household, 0, { disability }),
        context,
        "DISABLED_MOBILITY",
        "NORMAL",
        "残疾人机动轮椅车，按规定豁免",
      );
    },
  },
  {
    kind: "SECOND_DWELLING_UNDECLARED",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant(household, context) {
      const realEstate = [
        estate(context, 6, "DWELLING", "1.0000"),
        estate(context, 7, "DWELLING", "1.0000"),
      ];
      return {
        household: withDeclaration(withMember(household, 0, { realEstate }), { dwellingCount: 1 }),
        idNumber: getMember(household, 0).idNumber,
        note: "登记住宅两套，申报一套",
      };
    },
  },
  {
    kind: "SHOP_UNDECLARED",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant(household, context) {
      const { idNumber, realEstate } = getMember(household, 0);
      const shop = estate(context, 7, "SHOP", "1.0000");
      return {
        household: withMember(household, 0, { realEstate: [...realEstate, shop] }),
        idNumber,
        note: "名下有商业店面",
      };
    },
  },
  {
    kind: "DWELLING_CO_OWNED",
    expectsFinding: false,
    requires: WORKING_FAMILY,
    plant(household, context) {
      const realEstate = [estate(context, 6, "DWELLING", "0.5000")];
      const both = withMember(withMember(household, 0, { realEstate }), 1, { realEstate });
      return {
        household: withDeclaration(both, { dwellingCount: 1 }),
        idNumber: getMember(household, 0).idNumber,
        note: "同一住宅由夫妻共有，两条登记只算一套",
      };
    },
  },
  business(
    "BUSINESS_LEGAL_REPRESENTATIVE",
    true,
    "LEGAL_REPRESENTATIVE",
    "ACTIVE",
    "任在营公司法定代表人",
  ),
  business("BUSINESS_SHAREHOLDER", true, "SHAREHOLDER", "ACTIVE", "为在营公司股东"),
  business(
    "BUSINESS_DEREGISTERED",
    false,
    "LEGAL_REPRESENTATIVE",
    "DEREGISTERED",
    "任职公司已注销",
  ),
  {
    kind: "DEPOSITS_ABOVE_LINE",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant(household) {
      const { idNumber } = getMember(household, 0);
      const financialAssets = {
        deposits: yuan(household.headCount * 45_000),
        securities: yuan(0),
        insurancePolicies: yuan(0),
      };
      return {
        household: withMember(household, 0, { financialAssets }),
        idNumber,
        note: "人均货币财产超过标准，且未如实申报",
      };
    },
  },
];

function vehicle(
  kind: string,
  expectsFinding: boolean,
  vehicleKind: VehicleKind,
  status: VehicleStatus,
  note: string,
): Planter {
  return {
    kind,
    expectsFinding,
    requires: WORKING_FAMILY,
    plant: (household, context) => addVehicle(household, context, vehicleKind, status, note),
  };
}

function addVehicle(
  household: Parameters<Planter["plant"]>[0],
  { plan }: PlantContext,
  kind: VehicleKind,
  status: VehicleStatus,
  note: string,
): ReturnType<Planter["plant"]> {
  const { idNumber } = getMember(household, 0);
  const owned = {
    plateNumber: uniquePlate(plan.seed, plan.index, 7),
    kind,
    usage: "NON_COMMERCIAL",
    purchasePrice: yuan(kind === "CAR" ? 86_000 : 6_500),
    registeredOn: addDays(plan.asOf, -900),
    status,
  } as const;
  return { household: withMember(household, 0, { vehicles: [owned] }), idNumber, note };
}

function estate(
  { plan }: PlantContext,
  slot: number,
  usage: RealEstateTruth["usage"],
  share: string,
): RealEstateTruth {
  const registeredOn = addYears(plan.asOf, -5);
  return {
    certificateNumber: uniqueCertificate(
      plan.seed,
      plan.index,
      slot,
      Number(registeredOn.slice(0, 4)),
    ),
    usage,
    floorArea: usage === "SHOP" ? "38.50" : "88.60",
    address: `浙江省金华市浦江县浦阳街道人民东路${slot * 11}号`,
    share,
    registeredOn,
  };
}

function business(
  kind: string,
  expectsFinding: boolean,
  role: BusinessTruth["role"],
  status: BusinessTruth["status"],
  note: string,
): Planter {
  return {
    kind,
    expectsFinding,
    requires: WORKING_FAMILY,
    plant(household, { plan }) {
      const { idNumber, name } = getMember(household, 0);
      const held = {
        unifiedSocialCreditCode: uniqueCreditCode(plan.seed, plan.index, 7, "91"),
        name: `浦江${name.slice(-1)}盛贸易有限公司`,
        role,
        registeredCapital: yuan(500_000),
        status,
        shareRatio: role === "SHAREHOLDER" ? "0.3000" : "1.0000",
      };
      return { household: withMember(household, 0, { businesses: [held] }), idNumber, note };
    },
  };
}
