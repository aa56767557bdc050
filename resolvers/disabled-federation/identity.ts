import { governedBy } from "../../src/department/governed.js";

/** 县残联. */
export const identity = {
  slug: "disabled-federation",
  name: "县残联",
  english: "Disabled Persons' Federation",
};

/** Declares a field that 县残联 answers for. */
export const Governed = governedBy(identity);
