import { isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";
import { createPolicy, type Policy } from "./policy.js";
import type { Register } from "./register/register.js";

/** The one body and the one duty of a policy that allows everything. */
export const ANYBODY = { department: "anybody", duty: "0.0" } as const;

const REGISTER: Register = {
  document: { title: "no document", sha256: "", basisStatus: "draft" },
  duties: [
    {
      id: ANYBODY.duty,
      section: 0,
      item: 0,
      list: 0,
      title: "anything",
      departments: [ANYBODY.department],
      validFrom: null,
      validTo: null,
      basisStatus: "draft",
      position: { line: 1, offset: 0 },
    },
  ],
  purposes: [],
  departments: [],
};

/** A policy by which ANYBODY may read and filter by all there is in a schema: for suites that know no duties. */
export function allowAll(schema: GraphQLSchema): Policy {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const coordinates = (wanted: typeof isObjectType | typeof isInputObjectType) =>
    types.flatMap((type) =>
      wanted(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
    );
  return createPolicy(
    REGISTER,
    coordinates(isObjectType).map((coordinate) => ({ kind: "open", coordinate })),
    coordinates(isInputObjectType).map((coordinate) => ({ coordinate, reads: [] })),
  );
}
