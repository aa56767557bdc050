import { addDays, addMonths } from "../../codes/calendar.js";
import { yuan } from "../amounts.js";
import { makeSpouseElsewhere } from "./make-spouse-elsewhere.js";
import { ELDER_COUPLE, getMember, withMember, WORKING_FAMILY, type Planter } from "./planter.js";

/** Who belongs to the household, and what programmes it draws at once. */
export const householdPlanters: readonly Planter[] = [
  {
    kind: "COUNTED_IN_ANOTHER_HOUSEHOLD",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    drawn: false,
    plant(household) {
      const { idNumber } = getMember(household, household.members.length - 1);
      return { household, idNumber, note: "成员同时被计入另一户（与下一户对应）" };
    },
  },
  {
    kind: "PERSON_IN_TWO_HOUSEHOLDS",
    expectsFinding: true,
    requires: ELDER_COUPLE,
    plant(household, context) {
      const other = context.otherHousehold();
      const { idNumber, name } = getMember(other, other.members.length - 1);
      const sharedMembers = [{ idNumber, name, kinship: "OTHER" } as const];
      return {
        household: { ...household, sharedMembers, headCount: household.headCount + 1 },
        idNumber,
        otherHouseholdId: other.id,
        note: "同一人同时计入两户共同生活家庭成员",
      };
    },
  },
  {
    kind: "EXCLUDING_PROGRAMMES",
    expectsFinding: true,
    requires: ELDER_COUPLE,
    plant(household) {
      const second = {
        programme: "EXTREME_POVERTY",
        startMonth: addMonths(household.asOf.slice(0, 7), -5),
        endMonth: null,
        monthlyAmount: yuan(1_083),
        gradualExitUntil: null,
      } as const;
      return {
        household: { ...household, assistance: [...household.assistance, second] },
        note: "同时享受最低生活保障和特困人员供养",
      };
    },
  },
  {
    kind: "DECLARED_SINGLE_SPOUSE_EXISTS",
    expectsFinding: true,
    requires: { group: "MINIMUM_LIVING", shape: "SINGLE_ADULT" },
    plant(household, { plan }) {
      const head = getMember(household, 0);
      const { spouse, marriage } = makeSpouseElsewhere(head, household, plan);
      const change = { maritalStatus: "NEVER_MARRIED", marriage } as const;
      return {
        household: { ...withMember(household, 0, change), otherPersons: [spouse] },
        idNumber: head.idNumber,
        note: "申报未婚，婚姻登记显示有配偶",
      };
    },
  },
  {
    kind: "MEMBER_LEFT_OUT",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant(household) {
      const spouse = getMember(household, 1);
      return {
        household: {
          ...household,
          headCount: household.headCount - 1,
          members: household.members.filter((member) => member !== spouse),
          otherPersons: [...household.otherPersons, spouse],
          consents: household.consents.filter(({ idNumber }) => idNumber !== spouse.idNumber),
        },
        idNumber: spouse.idNumber,
        note: "户主的配偶户籍在同一地址，未申报为共同生活家庭成员",
      };
    },
  },
  {
    kind: "RECENT_SPLIT",
    expectsFinding: true,
    requires: ELDER_COUPLE,
    plant(household) {
      const [child, ...others] = household.obligors;
      const registration = getMember(household, 0).householdRegistration;
      if (!child || !registration || !household.declaration) {
        throw new Error(`${household.id} cannot have split`);
      }
      const moved = {
        ...child,
        division: household.village,
        householdRegistration: {
          address: `${registration.address}附1`,
          registeredDivision: household.village,
          movedInOn: addDays(household.declaration.declaredOn, -25),
          deregisteredOn: null,
        },
      };
      return {
        household: { ...household, obligors: [moved, ...others] },
        idNumber: child.idNumber,
        note: "申请前 25 天子女从本户分户，户籍仍在同一住处",
      };
    },
  },
];
