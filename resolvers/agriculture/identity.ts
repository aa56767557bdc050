import { governedBy } from "../../src/department/governed.js";

/** 县农业农村局. */
export const identity = {
  slug: "agriculture",
  name: "县农业农村局",
  english: "Agriculture and Rural Affairs Bureau",
};

/** Declares a field that 县农业农村局 answers for. */
export const Governed = governedBy(identity);
