import { buildSchema, isEnumType, isObjectType, isScalarType, type GraphQLSchema } from "graphql";
import { foreseeLookups } from "./foreseen-lookups.js";

/**
 * The composed schema with the departments' own resolvers in it: one execution, no request between
 * gateway and department. An entity's source object comes from the department that found it; the
 * others read nothing of it but its key.
 * @throws Error for a field that no department resolves, which composition excludes.
 */
export function colocatedSchema(
  apiSdl: string,
  departments: readonly GraphQLSchema[],
): GraphQLSchema {
  const schema = buildSchema(apiSdl, { assumeValid: true });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    const declared = departments.flatMap((own) => own.getType(type.name) ?? []);
    if (isScalarType(type)) {
      const scalar = declared.find(isScalarType);
      if (scalar) {
        type.serialize = scalar.serialize;
        type.parseValue = scalar.parseValue;
        type.parseLiteral = scalar.parseLiteral;
      }
    } else if (isEnumType(type)) {
      const own = declared.find(isEnumType);
      if (own) {
        type.serialize = own.serialize.bind(own);
        type.parseValue = own.parseValue.bind(own);
        type.parseLiteral = own.parseLiteral.bind(own);
      }
    } else if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const owner = declared
          .filter(isObjectType)
          .map((own) => own.getFields()[field.name])
          .find((own) => own !== undefined);
        if (!owner) throw new Error(`no department resolves ${type.name}.${field.name}`);
        if (owner.resolve) field.resolve = owner.resolve;
        field.extensions = owner.extensions;
      }
    }
  }
  foreseeLookups(schema);
  return schema;
}
