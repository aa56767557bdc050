import { useState } from "preact/hooks";
import { TextField } from "../../shared/fields.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { Problems } from "../../shared/problems.js";
import { useFieldPolicies, type FieldPolicy } from "./field-policies.js";
import { WhyCard } from "./why-card.js";

const TEXT = {
  introduction: {
    zh: "看不到的字段不在您的数据结构中。在这里可以查找全部字段，了解谁在什么职责下可以读取。",
    en: "A field that you may not read is not in your schema. Here every field can be looked up: who may read it, and under which duty.",
  },
  search: { zh: "字段名称或坐标", en: "Field, by name or coordinate" },
  help: {
    zh: "例如：车辆、存款、Person.vehicles",
    en: "Such as: deposits, vehicles, Person.vehicles",
  },
  loading: { zh: "正在读取目录……", en: "Reading the catalogue…" },
  found: {
    zh: (shown: number, all: number) =>
      shown < all ? `共 ${all} 个，显示前 ${shown} 个` : `共 ${all} 个`,
    en: (shown: number, all: number) =>
      shown < all ? `${all} fields, the first ${shown} shown` : `${all} found`,
  },
  none: { zh: "目录中没有这样的字段。", en: "The catalogue has no such field." },
} as const;

/** Fields that one search shows. */
const SHOWN = 12;

/** A coordinate, of a field that the catalogue may not list: one of the hub's own, or a mutation. */
const COORDINATE = /^[A-Za-z_]\w*\.[A-Za-z_]\w*$/;

interface WhyProps {
  /** The field that is asked about; empty for none yet. */
  readonly coordinate: string;
  readonly onChoose: (coordinate: string) => void;
}

/** Looks up any field of the whole schema, visible or not, and why the caller may or may not read it. */
export function Why({ coordinate, onChoose }: WhyProps) {
  const words = useWords(TEXT);
  const [search, setSearch] = useState("");
  const outcome = useFieldPolicies();
  const policies = (outcome?.kind === "answered" && outcome.data?.fieldPolicies) || [];
  return (
    <>
      <p class="help">{words.introduction}</p>
      <TextField label={words.search} help={words.help} value={search} onChange={setSearch} />
      {outcome === null && <p aria-live="polite">{words.loading}</p>}
      <Problems outcome={outcome} />
      {search.trim() !== "" && outcome !== null && (
        <Found policies={policies} search={search.trim()} onChoose={onChoose} />
      )}
      {coordinate !== "" && (
        <WhyCard
          key={coordinate}
          coordinate={coordinate}
          policy={policies.find((policy) => policy.coordinate === coordinate)}
        />
      )}
    </>
  );
}

function Found({
  policies,
  search,
  onChoose,
}: Pick<WhyProps, "onChoose"> & {
  readonly policies: readonly FieldPolicy[];
  readonly search: string;
}) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const text = search.toLowerCase();
  const found = policies.filter(({ coordinate, zh, en }) =>
    `${coordinate}\n${zh}\n${en}`.toLowerCase().includes(text),
  );
  const named = found.map((policy) => [policy.coordinate, policy[language]] as const);
  const all = named.length === 0 && COORDINATE.test(search) ? [[search, ""] as const] : named;
  return (
    <>
      <p role="status">
        {all.length === 0 ? words.none : words.found(Math.min(all.length, SHOWN), all.length)}
      </p>
      <ul class="rows">
        {all.slice(0, SHOWN).map(([coordinate, name]) => (
          <li key={coordinate}>
            <button type="button" class="link" onClick={() => onChoose(coordinate)}>
              <code>{coordinate}</code>
            </button>{" "}
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
