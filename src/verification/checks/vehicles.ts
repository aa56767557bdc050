import { VehicleKind } from "../../codes/code-tables.js";
import { ownedVehicles } from "../means/assets.js";
import { counts, evidence, type Check } from "../finding.js";
import { isMeansTested } from "../situation.js";

/** Vehicles of the members against the declaration and the property test; scrapped, sold and mobility vehicles do not count. */
export const vehicles: Check = (situation, parameters, date) => {
  const { records, count } = ownedVehicles(situation, parameters);
  if (count === 0 || !isMeansTested(situation, date)) return [];
  const declared = situation.declared?.vehicleCount ?? null;
  const undeclared = declared !== null && count > declared;
  return [
    {
      code: undeclared ? ("VEHICLE_UNDECLARED" as const) : ("VEHICLE_OWNED" as const),
      severity: undeclared ? ("HIGH" as const) : ("MEDIUM" as const),
      person: null,
      declared: declared === null ? null : counts(declared, "辆", "vehicles"),
      found: counts(count, "辆", "vehicles"),
      evidence: records.map(({ member, record }) => {
        const kind = VehicleKind.entries[record.kind ?? "CAR"];
        const plate = record.plateNumber ?? "";
        return evidence("vehicles", member, record, `${kind.zh} ${plate}`, `${kind.en} ${plate}`);
      }),
      basis: ["REGULATION_9" as const, "PROPERTY_MEASURES" as const],
      advice: {
        zh: "请家庭说明车辆的来源、用途和实际使用人；已转让或报废未办手续的，办理后重新核对；生活用机动车不符合财产条件。",
        en: "Ask whose the vehicle is, what for, and who drives it; one sold or scrapped is to be deregistered first; a vehicle for living use fails the property test.",
      },
    },
  ];
};
