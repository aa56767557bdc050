import { governedBy } from "../../src/department/governed.js";

/** 县大数据局. */
export const identity = {
  slug: "big-data",
  name: "县大数据局",
  english: "Big Data Bureau",
};

/** Declares a field that 县大数据局 answers for. */
export const Governed = governedBy(identity);
