import { oneBy } from "../../src/department/loader.js";
import { disability } from "./tables.js";

export const disabilityByPerson = oneBy(disability, disability.person);
