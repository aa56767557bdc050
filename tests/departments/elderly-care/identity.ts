import { governedBy } from "../../../src/department/governed.js";

/** 县养老服务中心: a department most of whose records stay in systems of its own, for a test. It is no body of the register. */
export const identity = {
  slug: "elderly-care",
  name: "县养老服务中心",
  english: "Elderly Care Centre",
};

export const Governed = governedBy(identity);
