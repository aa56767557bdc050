import { governedBy } from "../../src/department/governed.js";

/** 县医保局. */
export const identity = {
  slug: "medical-insurance",
  name: "县医保局",
  english: "Healthcare Security Bureau",
};

/** Declares a field that 县医保局 answers for. */
export const Governed = governedBy(identity);
