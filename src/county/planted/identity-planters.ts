import { addDays } from "../../codes/calendar.js";
import { makeGivenName, makeSurname } from "../names.js";
import { ELDER_COUPLE, getMember, withMember, WORKING_FAMILY, type Planter } from "./planter.js";

/** Whether the person is who the record says, and alive or dead as it says. */
export const identityPlanters: readonly Planter[] = [
  {
    kind: "NAME_DOES_NOT_FIT_ID_NUMBER",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant(household, { stream }) {
      const { idNumber, sex, birthDate } = getMember(household, 1);
      const other = sex === "MALE" ? "FEMALE" : "MALE";
      const year = Number(birthDate.slice(0, 4)) - 3;
      const name = makeSurname(stream) + makeGivenName(stream, other, year);
      return {
        household: withMember(household, 1, { name, sex: other, birthDate: `${year}-06-15` }),
        idNumber,
        note: "登记的姓名、性别、出生日期与公民身份号码不符（号码属于他人）",
      };
    },
  },
  {
    kind: "DEAD_STILL_PAID",
    expectsFinding: true,
    requires: ELDER_COUPLE,
    plant(household) {
      const { idNumber, householdRegistration } = getMember(household, 1);
      const deathDate = addDays(household.asOf, -240);
      return {
        household: withMember(household, 1, {
          deathDate,
          cremationDate: addDays(deathDate, 3),
          ecologicalBurial: true,
          householdRegistration: householdRegistration && {
            ...householdRegistration,
            deregisteredOn: addDays(deathDate, 15),
          },
        }),
        idNumber,
        note: "成员已死亡、火化并注销户口，仍计入家庭人口并继续发放低保金和养老金",
      };
    },
  },
  {
    kind: "DEREGISTERED_STILL_PAID",
    expectsFinding: true,
    requires: ELDER_COUPLE,
    plant(household) {
      const { idNumber, householdRegistration } = getMember(household, 1);
      return {
        household: withMember(household, 1, {
          householdRegistration: householdRegistration && {
            ...householdRegistration,
            deregisteredOn: addDays(household.asOf, -120),
          },
        }),
        idNumber,
        note: "户口已注销，尚未登记死亡，待遇仍在发放",
      };
    },
  },
  {
    kind: "ALIVE_MARKED_DEAD",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant(household) {
      const { idNumber } = getMember(household, 0);
      return {
        household: withMember(household, 0, { deathDate: addDays(household.asOf, -150) }),
        idNumber,
        note: "登记为死亡，但户口未注销、无火化记录、医保正常参保，疑为误登",
      };
    },
  },
];
