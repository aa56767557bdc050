import { oneBy } from "../../src/department/loader.js";
import { agriculture } from "./tables.js";

export const agricultureByPerson = oneBy(agriculture, agriculture.person);
