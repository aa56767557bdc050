import { GraphQLScalarType } from "graphql";

/** The scalar of the hub's name, so that the same query is valid. */
export const IdNumber = new GraphQLScalarType({ name: "IdNumber" });
