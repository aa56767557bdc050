import fc from "fast-check";
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from "graphql";

/** A generated operation, as it is sent. */
export interface Hostile {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A call of a root field; its variables are unique by the prefix that it is given. */
export type RootCall = (prefix: string) => {
  readonly text: string;
  readonly declared?: readonly string[];
  readonly variables?: Readonly<Record<string, unknown>>;
};

/** The longest text worth sending: validation's time grows with its square. */
const LENGTH = 2000;

/** A selection as a tree, before it is text. */
type Selection =
  | {
      readonly kind: "field";
      readonly name: string;
      readonly alias: Alias;
      readonly directive: string;
      readonly inside: readonly Selection[] | null;
    }
  | {
      readonly kind: "condition" | "fragment";
      readonly on: string;
      readonly directive: string;
      readonly twice: boolean;
      readonly inside: readonly Selection[];
    };

/** Under which name a field is asked for: its own, a fresh one, or that of another field. */
type Alias =
  { readonly kind: "none" | "fresh" } | { readonly kind: "other"; readonly name: string };

const DIRECTIVES = [
  "@skip(if: $yes)",
  "@skip(if: $no)",
  "@include(if: $yes)",
  "@include(if: $no)",
  "@include(if: false)",
  "@skip(if: true) @include(if: $yes)",
];

/**
 * Valid operations that try to hide what they read: behind aliases, under the names of other fields,
 * in fragments nested and spread twice, on interfaces, unions and their members, behind directives
 * and variables. `depth` is the depth of selections below a root field; fields that are not
 * `wanted`, by coordinate, are left out.
 */
export function hostileOperations(
  schema: GraphQLSchema,
  roots: Readonly<Record<string, fc.Arbitrary<RootCall>>>,
  depth: number,
  wanted: Wanted = () => true,
): fc.Arbitrary<Hostile> {
  const select = selectionsOf(schema, wanted);
  const query = schema.getQueryType();
  const calls = Object.entries(roots).flatMap(([name, call]) => {
    const type = query?.getFields()[name]?.type;
    const result = type && getNamedType(type);
    return isCompositeType(result) && wanted(`Query.${name}`)
      ? [fc.tuple(call, select(result, depth))]
      : [];
  });
  return fc
    .array(fc.oneof(...calls), { minLength: 1, maxLength: 3 })
    .map(printed)
    .filter(
      ({ query: text }) => text.length < LENGTH && validate(schema, parse(text)).length === 0,
    );
}

type Select = (type: GraphQLCompositeType, depth: number) => fc.Arbitrary<readonly Selection[]>;

type Wanted = (coordinate: string) => boolean;

/** Selections on each type at each depth, made once. */
function selectionsOf(schema: GraphQLSchema, wanted: Wanted): Select {
  const known = new Map<string, ReturnType<Select>>();
  const select: Select = (type, depth) => {
    const key = `${type.name}|${depth}`;
    const made = known.get(key) ?? selections(schema, type, depth, select, wanted);
    known.set(key, made);
    return made;
  };
  return select;
}

function selections(
  schema: GraphQLSchema,
  type: GraphQLCompositeType,
  depth: number,
  select: Select,
  wanted: Wanted,
): fc.Arbitrary<readonly Selection[]> {
  const directive = fc.oneof(
    { weight: 5, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constantFrom(...DIRECTIVES) },
  );
  const options: fc.Arbitrary<Selection>[] = [];
  const fields = (isUnionType(type) ? [] : Object.values(type.getFields())).filter(({ name }) =>
    wanted(`${type.name}.${name}`),
  );
  const alias: fc.Arbitrary<Alias> = fc.oneof(
    { weight: 6, arbitrary: fc.constant({ kind: "none" } as const) },
    { weight: 2, arbitrary: fc.constant({ kind: "fresh" } as const) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("__typename", ...fields.map(({ name }) => name))
        .map((name) => ({ kind: "other", name }) as const),
    },
  );
  for (const { name, type: result } of fields) {
    const named = getNamedType(result);
    if (isCompositeType(named) && depth === 0) continue;
    const inside: fc.Arbitrary<readonly Selection[] | null> = isCompositeType(named)
      ? fc.constant(null).chain(() => select(named, depth - 1))
      : fc.constant(null);
    options.push(
      fc.record({ kind: fc.constant("field"), name: fc.constant(name), alias, directive, inside }),
    );
  }
  if (depth > 0) {
    for (const condition of conditions(schema, type)) {
      options.push(
        fc.record({
          kind: fc.constantFrom("condition", "fragment"),
          on: fc.constant(condition.name),
          directive,
          twice: fc.boolean(),
          inside: fc.constant(null).chain(() => select(condition, depth - 1)),
        }),
      );
    }
  }
  return options.length === 0
    ? fc.constant([])
    : fc.array(fc.oneof(...options), { minLength: 1, maxLength: 4 });
}

/** Types that a fragment may name here. */
function conditions(schema: GraphQLSchema, type: GraphQLCompositeType): GraphQLCompositeType[] {
  if (isObjectType(type)) {
    const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
    return [
      type,
      ...type.getInterfaces(),
      ...unions.filter((union) => schema.isSubType(union, type)),
    ];
  }
  const members = schema.getPossibleTypes(type);
  const interfaces = isInterfaceType(type) ? type.getInterfaces() : [];
  return [type, ...members, ...interfaces, ...members.flatMap((member) => member.getInterfaces())];
}

class Printer {
  readonly fragments: string[] = [];
  private names = 0;

  inside(selected: readonly Selection[]): string {
    return `{ __typename ${selected.map((selection) => this.one(selection)).join(" ")} }`;
  }

  private one(selection: Selection): string {
    if (selection.kind === "field") {
      const { name, directive, inside } = selection;
      return `${this.alias(selection.alias)}${name} ${directive} ${inside ? this.inside(inside) : ""}`;
    }
    const { kind, on, directive, twice } = selection;
    const inside = this.inside(selection.inside);
    if (kind === "condition") return `... on ${on} ${directive} ${inside}`;
    const name = `F${this.names++}`;
    this.fragments.push(`fragment ${name} on ${on} ${inside}`);
    return `...${name} ${directive} ${twice ? `...${name}` : ""}`;
  }

  private alias(alias: Alias): string {
    if (alias.kind === "other") return `${alias.name}: `;
    return alias.kind === "fresh" ? `a${this.names++}: ` : "";
  }
}

function printed(calls: readonly (readonly [RootCall, readonly Selection[]])[]): Hostile {
  const printer = new Printer();
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const roots = calls.map(([call, inside], place) => {
    const root = call(`v${place}`);
    declared.push(...(root.declared ?? []));
    Object.assign(variables, root.variables);
    return `r${place}: ${root.text} ${printer.inside(inside)}`;
  });
  const body = [`{ ${roots.join(" ")} }`, ...printer.fragments].join("\n");
  for (const [name, value] of [
    ["yes", true],
    ["no", false],
  ] as const) {
    if (!body.includes(`$${name})`)) continue;
    declared.push(`$${name}: Boolean!`);
    variables[name] = value;
  }
  const head = declared.length > 0 ? `query(${declared.join(", ")}) ` : "";
  return { query: head + body, variables };
}
