import { Arg, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { defineDepartment } from "../../../src/department/define.js";
import { Open } from "../../../src/department/governed.js";
import { DEPRECATED_PRODUCT, PRODUCTS, RESEARCH, USER } from "./records.js";
import { DeprecatedProduct, Inventory, Product, ProductResearch, User } from "./types.js";

type Representation = Readonly<Record<string, unknown>>;

/** Whether everything in a representation's keys is in a record, nested ones too. */
function isKeyOf(keys: unknown, record: unknown): boolean {
  if (keys === null || typeof keys !== "object") return keys === record;
  return Object.entries(keys).every(
    ([name, value]) =>
      name === "__typename" || isKeyOf(value, (record as Record<string, unknown> | null)?.[name]),
  );
}

const among = (records: readonly object[]) => ({
  find: (representation: Representation) =>
    records.find((record) => isKeyOf(representation, record)) ?? null,
});

@Resolver()
class QueryResolver {
  @Open()
  @Query(() => Product, { nullable: true })
  product(@Arg("id", () => ID) id: string) {
    return PRODUCTS.find((product) => product.id === id) ?? null;
  }

  @Open()
  @Query(() => DeprecatedProduct, {
    nullable: true,
    deprecationReason: "Use product query instead",
  })
  deprecatedProduct(
    @Arg("sku", () => String) sku: string,
    @Arg("package", () => String) name: string,
  ) {
    return isKeyOf({ sku, package: name }, DEPRECATED_PRODUCT) ? DEPRECATED_PRODUCT : null;
  }
}

@Resolver(() => User)
class UserResolver {
  @Open()
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() { totalProductsCreated, yearsOfEmployment }: User) {
    return totalProductsCreated ? Math.round(totalProductsCreated / yearsOfEmployment) : null;
  }
}

/** The suite's "products" as a department like any other, of which no record concerns a person. */
export const products = defineDepartment({
  identity: { slug: "products", name: "产品", english: "Products" },
  resolvers: [QueryResolver, UserResolver],
  types: [Product, DeprecatedProduct, ProductResearch, User, Inventory],
  entities: {},
  openEntities: {
    Product: among(PRODUCTS),
    DeprecatedProduct: among([DEPRECATED_PRODUCT]),
    ProductResearch: among(RESEARCH),
    User: {
      find: (representation) =>
        representation["email"] === USER.email ? { ...USER, ...representation } : null,
    },
    Inventory: {
      find: ({ id }) =>
        id === "apollo-oss" ? { id, deprecatedProducts: [DEPRECATED_PRODUCT] } : null,
    },
  },
  composedDirectives: [
    {
      name: "@custom",
      url: "https://myspecs.dev/myCustomDirective/v1.0",
      definition: "directive @custom on OBJECT",
    },
  ],
  records: {},
  tables: {},
  seed: [],
});
