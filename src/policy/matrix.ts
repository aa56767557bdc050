import { decideField, type Verdict } from "./decide.js";
import type { Policy } from "./policy.js";
import { registeredNames } from "./register/register.js";

/** The decision on one field for one department under one duty. */
export interface MatrixCell extends Verdict {
  readonly department: string;
  readonly duty: string;
  readonly coordinate: string;
}

/** Every decision on data fields: all names the document writes, times all duties, times all fields. */
export function* accessMatrix(policy: Policy, date: string): Iterable<MatrixCell> {
  const coordinates = [...policy.fields.values()]
    .filter((field) => field.kind === "governed")
    .map((field) => field.coordinate);
  for (const department of registeredNames(policy.register)) {
    for (const { id: duty } of policy.register.duties) {
      for (const coordinate of coordinates) {
        const verdict = decideField(policy, { department, duty, date }, coordinate);
        yield { department, duty, coordinate, ...verdict };
      }
    }
  }
}
