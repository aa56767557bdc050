import type { DeprecatedProduct, Product, ProductResearch, User } from "./types.js";

/* The records that Apollo's suite prescribes for the schema "products". */

export const USER: User = {
  email: "support@apollographql.com",
  name: "Jane Smith",
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};

export const DEPRECATED_PRODUCT: DeprecatedProduct = {
  sku: "apollo-federation-v1",
  package: "@apollo/federation-v1",
  reason: "Migrate to Federation V2",
  createdBy: USER,
};

export const RESEARCH: readonly [ProductResearch, ProductResearch] = [
  { study: { caseNumber: "1234", description: "Federation Study" }, outcome: null },
  { study: { caseNumber: "1235", description: "Studio Study" }, outcome: null },
];

const dimensions = { size: "small", weight: 1, unit: "kg" };

export const PRODUCTS: readonly Product[] = [
  {
    id: "apollo-federation",
    sku: "federation",
    package: "@apollo/federation",
    variation: { id: "OSS" },
    dimensions,
    createdBy: USER,
    notes: null,
    research: [RESEARCH[0]],
  },
  {
    id: "apollo-studio",
    sku: "studio",
    package: "",
    variation: { id: "platform" },
    dimensions,
    createdBy: USER,
    notes: null,
    research: [RESEARCH[1]],
  },
];
