import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Open } from "../../../src/department/governed.js";

/*
 * The schema "products" that Apollo's federation subgraph compatibility suite prescribes.
 * https://github.com/apollographql/apollo-federation-subgraph-compatibility
 */

@ObjectType("ProductVariation")
export class ProductVariation {
  @Open()
  @Field(() => ID)
  id!: string;
}

@Directive("@shareable")
@ObjectType("ProductDimension")
export class ProductDimension {
  @Open()
  @Field(() => String, { nullable: true })
  size?: string | null;

  @Open()
  @Field(() => Float, { nullable: true })
  weight?: number | null;

  @Open()
  @Directive("@inaccessible")
  @Field(() => String, { nullable: true })
  unit?: string | null;
}

@ObjectType("CaseStudy")
export class CaseStudy {
  @Open()
  @Field(() => ID)
  caseNumber!: string;

  @Open()
  @Field(() => String, { nullable: true })
  description?: string | null;
}

@Directive('@key(fields: "study { caseNumber }")')
@ObjectType("ProductResearch")
export class ProductResearch {
  @Open()
  @Field(() => CaseStudy)
  study!: CaseStudy;

  @Open()
  @Field(() => String, { nullable: true })
  outcome?: string | null;
}

@Directive("@extends")
@Directive('@key(fields: "email")')
@ObjectType("User")
export class User {
  @Open()
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @Field(() => Int, { nullable: true })
  averageProductsCreatedPerYear?: number | null;

  @Open()
  @Directive("@external")
  @Field(() => ID)
  email!: string;

  @Open()
  @Directive('@override(from: "users")')
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Open()
  @Directive("@external")
  @Field(() => Int, { nullable: true })
  totalProductsCreated?: number | null;

  @Open()
  @Directive("@external")
  @Field(() => Int)
  yearsOfEmployment!: number;
}

@Directive("@custom")
@Directive('@key(fields: "id")')
@Directive('@key(fields: "sku package")')
@Directive('@key(fields: "sku variation { id }")')
@ObjectType("Product")
export class Product {
  @Open()
  @Field(() => ID)
  id!: string;

  @Open()
  @Field(() => String, { nullable: true })
  sku?: string | null;

  @Open()
  @Field(() => String, { nullable: true })
  package?: string | null;

  @Open()
  @Field(() => ProductVariation, { nullable: true })
  variation?: ProductVariation | null;

  @Open()
  @Field(() => ProductDimension, { nullable: true })
  dimensions?: ProductDimension | null;

  @Open()
  @Directive('@provides(fields: "totalProductsCreated")')
  @Field(() => User, { nullable: true })
  createdBy?: User | null;

  @Open()
  @Directive('@tag(name: "internal")')
  @Field(() => String, { nullable: true })
  notes?: string | null;

  @Open()
  @Field(() => [ProductResearch])
  research!: ProductResearch[];
}

@Directive('@key(fields: "sku package")')
@ObjectType("DeprecatedProduct")
export class DeprecatedProduct {
  @Open()
  @Field(() => String)
  sku!: string;

  @Open()
  @Field(() => String)
  package!: string;

  @Open()
  @Field(() => String, { nullable: true })
  reason?: string | null;

  @Open()
  @Field(() => User, { nullable: true })
  createdBy?: User | null;
}

@Directive("@interfaceObject")
@Directive('@key(fields: "id")')
@ObjectType("Inventory")
export class Inventory {
  @Open()
  @Field(() => ID)
  id!: string;

  @Open()
  @Field(() => [DeprecatedProduct])
  deprecatedProducts!: DeprecatedProduct[];
}
