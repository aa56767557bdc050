import type { GraphQLSchema } from "graphql";
import { useEffect, useRef, useState } from "preact/hooks";
import { TextField } from "../../shared/fields.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { described } from "../described.js";
import { searchSchema } from "./search-schema.js";
import { TypePage } from "./type-page.js";

const TEXT = {
  introduction: {
    zh: "这里只有您在此职责下可以读取的内容。",
    en: "What you may read under this duty, and nothing else.",
  },
  search: { zh: "查找类型或字段", en: "Find a type or field" },
  path: { zh: "当前位置", en: "Where you are" },
  none: { zh: "您的数据结构中没有。", en: "Your schema has none." },
} as const;

interface DocsProps {
  readonly schema: GraphQLSchema;
  readonly onWhy: (coordinate: string) => void;
}

/** The caller's schema, type by type. */
export function Docs({ schema, onWhy }: DocsProps) {
  const words = useWords(TEXT);
  const root = schema.getQueryType()?.name ?? "Query";
  const [trail, setTrail] = useState<readonly string[]>([root]);
  const [search, setSearch] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [trail]);
  const name = trail[trail.length - 1] ?? root;
  const type = schema.getType(name);
  const go = (next: string) => {
    moved.current = true;
    setSearch("");
    const at = trail.indexOf(next);
    setTrail(at === -1 ? [...trail, next] : trail.slice(0, at + 1));
  };
  const starts = [root, schema.getMutationType()?.name ?? root];
  return (
    <>
      <p class="help">{words.introduction}</p>
      <TextField label={words.search} value={search} onChange={setSearch} />
      {search.trim() !== "" && <Found schema={schema} search={search} onGo={go} />}
      <nav aria-label={words.path}>
        <ol class="trail">
          {[...new Set([...starts, ...trail])].map((step) => (
            <li key={step}>
              <button
                type="button"
                class="link"
                aria-current={step === name ? "true" : undefined}
                onClick={() => go(step)}
              >
                {step}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <h3 tabIndex={-1} ref={heading}>
        <code>{name}</code>
      </h3>
      {type && <TypePage type={type} onGo={go} onWhy={onWhy} />}
    </>
  );
}

function Found({
  schema,
  search,
  onGo,
}: Pick<DocsProps, "schema"> & {
  readonly search: string;
  readonly onGo: (type: string) => void;
}) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const found = searchSchema(schema, search.trim());
  return (
    <ul class="rows tight" aria-live="polite">
      {found.length === 0 && <li>{words.none}</li>}
      {found.map(({ coordinate, type, description }) => (
        <li key={coordinate}>
          <button type="button" class="link" onClick={() => onGo(type)}>
            <code>{coordinate}</code>
          </button>{" "}
          {described(description)[language].split(/[。.]/)[0]}
        </li>
      ))}
    </ul>
  );
}
