import type { CatalogueField } from "../../policy/catalogue.js";
import { accessOf, type Model } from "./model.js";

/** A field, and the duties under which either department may read it. */
export interface ComparedField {
  readonly field: CatalogueField;
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** Where the access of two departments differs. */
export interface Compared {
  readonly onlyOne: readonly ComparedField[];
  readonly onlyOther: readonly ComparedField[];
  /** Both may read, under different duties. */
  readonly differently: readonly ComparedField[];
  /** How many fields both may read under the same duties. */
  readonly same: number;
}

/** Compares two departments under one duty, or under any of their own where it is empty. */
export function compareAccess(model: Model, a: string, b: string, duty: string): Compared {
  const fields = model.fields.map((field) => ({
    field,
    one: accessOf(model, a, field, duty).duties,
    other: accessOf(model, b, field, duty).duties,
  }));
  const both = fields.filter(({ one, other }) => one.length > 0 && other.length > 0);
  const differently = both.filter(({ one, other }) => one.join() !== other.join());
  return {
    onlyOne: fields.filter(({ one, other }) => one.length > 0 && other.length === 0),
    onlyOther: fields.filter(({ one, other }) => one.length === 0 && other.length > 0),
    differently,
    same: both.length - differently.length,
  };
}
