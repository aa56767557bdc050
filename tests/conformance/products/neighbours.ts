import { serveSubgraph, type TestServer } from "../../support/graphql-server.js";

/* The two subgraphs that Apollo's suite composes "products" with. */

const LINK = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])`;

export const USERS_SDL = `${LINK('"@key", "@shareable"')}
  type User @key(fields: "email") {
    email: ID!
    name: String
    totalProductsCreated: Int @shareable
    yearsOfEmployment: Int!
  }`;

export const INVENTORY_SDL = `${LINK('"@key", "@external", "@requires", "@shareable"')}
  extend type Product @key(fields: "id") {
    id: ID! @external
    dimensions: ProductDimension @external
    delivery(zip: String): DeliveryEstimates @requires(fields: "dimensions { size weight }")
  }
  type ProductDimension @shareable {
    size: String
    weight: Float
  }
  type DeliveryEstimates {
    estimatedDelivery: String
    fastestDelivery: String
  }
  interface Inventory @key(fields: "id") {
    id: ID!
  }
  type StoreInventory implements Inventory @key(fields: "id") {
    id: ID!
  }
  type Query {
    inventory(id: ID!): Inventory
  }`;

const user = {
  email: "support@apollographql.com",
  name: "Jane Smith",
  totalProductsCreated: 4,
  yearsOfEmployment: 10,
};

export const serveUsers = (): Promise<TestServer> =>
  serveSubgraph(USERS_SDL, {
    User: {
      __resolveReference: ({ email }: { email: string }) => (email === user.email ? user : null),
    },
  });

const inventory = ({ id }: { id: string }) => ({ id, __typename: "StoreInventory" });

interface Measured {
  readonly dimensions?: { readonly size?: string; readonly weight?: number } | null;
}

export const serveInventory = (): Promise<TestServer> =>
  serveSubgraph(INVENTORY_SDL, {
    Product: {
      __resolveReference: (product: object) => product,
      delivery: ({ dimensions }: Measured) => ({
        estimatedDelivery: `${dimensions?.size} ${dimensions?.weight}`,
        fastestDelivery: "5/1/2019",
      }),
    },
    StoreInventory: { __resolveReference: inventory },
    Query: { inventory: (_source: unknown, { id }: { id: string }) => inventory({ id }) },
  });
