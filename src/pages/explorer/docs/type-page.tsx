import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLType,
} from "graphql";
import { useLanguage, useWords } from "../../shared/language.js";
import { described } from "../described.js";
import { WhyButton } from "../why/why-button.js";

const TEXT = {
  fields: { zh: "字段", en: "Fields" },
  values: { zh: "取值", en: "Values" },
  arguments: { zh: "参数", en: "Arguments" },
  deprecated: { zh: "已停用：", en: "Deprecated: " },
} as const;

interface TypePageProps {
  readonly type: GraphQLNamedType;
  readonly onGo: (type: string) => void;
  readonly onWhy: (coordinate: string) => void;
}

/** What a type is, and what it has. */
export function TypePage({ type, onGo, onWhy }: TypePageProps) {
  const words = useWords(TEXT);
  const isOutput = isObjectType(type) || isInterfaceType(type);
  return (
    <>
      <Description of={type} />
      {isOutput && (
        <>
          <h4>{words.fields}</h4>
          <ul class="rows">
            {Object.values(type.getFields()).map((field) => (
              <li key={field.name}>
                <Typed {...field} onGo={onGo} />{" "}
                <WhyButton coordinate={`${type.name}.${field.name}`} onWhy={onWhy} isVisible />
                <Description of={field} />
                <Arguments args={field.args} onGo={onGo} />
              </li>
            ))}
          </ul>
        </>
      )}
      {isInputObjectType(type) && (
        <>
          <h4>{words.fields}</h4>
          <Inputs inputs={Object.values(type.getFields())} onGo={onGo} />
        </>
      )}
      {isEnumType(type) && (
        <>
          <h4>{words.values}</h4>
          <ul class="rows">
            {type.getValues().map((value) => (
              <li key={value.name}>
                <code>{value.name}</code>
                <Description of={value} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface Documented {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

function Description({ of }: { readonly of: Documented }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const text = described(of.description)[language];
  return (
    <>
      {text !== "" && <p class="soft">{text}</p>}
      {of.deprecationReason && (
        <p>
          {words.deprecated}
          {described(of.deprecationReason)[language]}
        </p>
      )}
    </>
  );
}

interface TypedProps extends Pick<TypePageProps, "onGo"> {
  readonly name: string;
  readonly type: GraphQLType;
}

/** A name and its type, which leads to the type's own page. */
function Typed({ name, type, onGo }: TypedProps) {
  const named = getNamedType(type).name;
  const [before, after] = String(type).split(named);
  return (
    <code>
      {name}: {before}
      <button type="button" class="link" onClick={() => onGo(named)}>
        {named}
      </button>
      {after}
    </code>
  );
}

function Arguments({
  args,
  onGo,
}: Pick<TypePageProps, "onGo"> & { readonly args: readonly GraphQLArgument[] }) {
  const words = useWords(TEXT);
  if (args.length === 0) return null;
  return (
    <details>
      <summary>
        {words.arguments}: {args.map(({ name }) => name).join(", ")}
      </summary>
      <Inputs inputs={args} onGo={onGo} />
    </details>
  );
}

function Inputs({
  inputs,
  onGo,
}: Pick<TypePageProps, "onGo"> & {
  readonly inputs: readonly (GraphQLArgument | GraphQLInputField)[];
}) {
  return (
    <ul class="rows">
      {inputs.map((input) => (
        <li key={input.name}>
          <Typed {...input} onGo={onGo} />
          <Description of={input} />
        </li>
      ))}
    </ul>
  );
}
