import { governedBy } from "../../../src/department/governed.js";

/** 县退役军人事务局: a sixth department, for a test. It is no body of the register. */
export const identity = {
  slug: "veterans",
  name: "县退役军人事务局",
  english: "Veterans Affairs Bureau",
};

export const Governed = governedBy(identity);
