import "reflect-metadata";
import type { PgColumn } from "drizzle-orm/pg-core";
import { Directive, Extensions, Field, FieldResolver, ObjectType } from "type-graphql";
import type { Sensitivity, Sharing } from "../policy/field-policy.js";
import type { DepartmentIdentity } from "./identity.js";
import { bilingual, unitInEnglish } from "./descriptions.js";

/** The policy of a field as it stands beside its declaration; owner and coordinate follow from where it stands. */
export interface FieldDeclaration {
  /** What the field is, in Chinese and in English, without a full stop. */
  readonly zh: string;
  readonly en: string;
  /** Ids of the duties that need the field, separated by blanks; empty where none does. */
  readonly duties: string;
  readonly sensitivity: Sensitivity;
  /** CONDITIONAL unless said otherwise; NOT_SHARED answers to the owner alone. */
  readonly sharing?: Sharing;
  /** Unit in Chinese, 元/月. */
  readonly unit?: string;
  /** The body the value comes from, where it is not the owner. */
  readonly source?: string;
  readonly mask?: string;
  /** For a list of entities: each may be missing, or outside the caller's divisions, by itself. */
  readonly sparse?: boolean;
  /** For a method: the columns it reads beyond those of the records it answers with. */
  readonly reads?: readonly PgColumn[];
}

/** What a field's GraphQL extensions carry until the policy is collected. */
export type Governance =
  | ({ readonly kind: "governed"; readonly owner: string } & FieldDeclaration)
  | { readonly kind: "follows"; readonly type: string }
  | { readonly kind: "duties"; readonly duties: string }
  | { readonly kind: "open" };

/** The name under which governance is kept in GraphQL extensions. */
export const GOVERNANCE = "governance";

type ReturnType = Parameters<typeof Field>[0] & (() => unknown);

/**
 * The decorator with which a department declares its fields: on a property of an object type it
 * declares a column, on a method of a resolver a field that is looked up. Every field is nullable,
 * so that a refusal or a failed source nulls no more than itself.
 */
export function governedBy(department: DepartmentIdentity) {
  return function Governed(type: ReturnType, declaration: FieldDeclaration) {
    return (target: object, property: string, descriptor?: PropertyDescriptor): void => {
      const nullable = declaration.sparse ? ("itemsAndList" as const) : true;
      const options = { nullable, description: describeField(department, declaration) };
      const declare = descriptor
        ? FieldResolver(type, options)
        : Field(type, { ...options, simple: true });
      declare(target, property, descriptor as never);
      govern({ kind: "governed", owner: department.name, ...declaration })(
        target,
        property,
        descriptor as never,
      );
    };
  };
}

/** Declares a field readable by whoever may read any governed field of the named object type. */
export function Follows(type: string): MethodDecorator & PropertyDecorator {
  return govern({ kind: "follows", type });
}

/** Declares a field that carries no department's data. */
export function Open(): MethodDecorator & PropertyDecorator {
  return govern({ kind: "open" });
}

/** Declares the duties that may call a field: for mutations. */
export function Duties(duties: string): MethodDecorator & PropertyDecorator {
  return govern({ kind: "duties", duties });
}

/** Declares what an input field filters or orders by; no coordinate where it reads nothing. */
export function Reads(...coordinates: string[]): PropertyDecorator {
  return Extensions({ reads: coordinates }) as PropertyDecorator;
}

/** Declares a department's own record type. */
export function Record(name: string, zh: string, en: string): ClassDecorator {
  return ObjectType(name, { description: bilingual(zh, en) });
}

/** Declares an entity that several departments contribute fields to; its key is a sealed reference. */
export function Entity(name: string, zh: string, en: string): ClassDecorator {
  return (target) => {
    ObjectType(name, { description: bilingual(zh, en) })(target);
    Directive('@key(fields: "ref")')(target);
  };
}

function govern(governance: Governance) {
  return Extensions({ [GOVERNANCE]: governance }) as MethodDecorator & PropertyDecorator;
}

function describeField(department: DepartmentIdentity, field: FieldDeclaration): string {
  const consent = field.sensitivity === "FINANCIAL" || field.sensitivity === "HEALTH";
  const source = field.source ?? department.name;
  const zh = [
    field.zh + (field.unit ? `（单位：${field.unit}）` : ""),
    "null 且无错误表示无记录",
    consent && "涉及财产或健康信息，须有有效授权（CONSENT_REQUIRED）",
    field.sharing === "NOT_SHARED" && "不予共享，仅责任部门可读",
    `来源：${source}`,
  ];
  const en = [
    field.en + (field.unit ? ` (unit: ${unitInEnglish(field.unit)})` : ""),
    "Null without an error means no record",
    consent && "Needs consent in force under duties that ask for it (CONSENT_REQUIRED)",
    field.sharing === "NOT_SHARED" && "Not shared: only the owner reads it",
    `Source: ${source}`,
  ];
  const sentence = (parts: readonly (string | false)[], stop: string) =>
    parts.filter(Boolean).join(stop) + stop.trim();
  return bilingual(sentence(zh, "。"), sentence(en, ". "));
}
