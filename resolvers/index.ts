import type { DepartmentDefinition } from "../src/department/define.js";
import agriculture from "./agriculture/index.js";
import bigData from "./big-data/index.js";
import civilAffairs from "./civil-affairs/index.js";
import disabledFederation from "./disabled-federation/index.js";
import medicalInsurance from "./medical-insurance/index.js";

/** The departments of the hub, in the order of its documents. A further department is one folder and one line here. */
export const departments: readonly DepartmentDefinition[] = [
  civilAffairs,
  medicalInsurance,
  disabledFederation,
  agriculture,
  bigData,
];
