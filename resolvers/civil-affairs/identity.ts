import { governedBy } from "../../src/department/governed.js";

/** 县民政局. */
export const identity = {
  slug: "civil-affairs",
  name: "县民政局",
  english: "Civil Affairs Bureau",
};

/** Declares a field that 县民政局 answers for. */
export const Governed = governedBy(identity);
