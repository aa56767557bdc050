import { useState } from "preact/hooks";
import { AssistanceProgramme } from "../../../codes/code-tables.js";
import { TOWNSHIPS } from "../../../codes/divisions-330726.js";
import { DateField, SelectField, TextAreaField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { FormProblems } from "../form-problems.js";
import { useFormats } from "../formats.js";
import { CASE_OPERATIONS } from "../operations.js";
import { goTo } from "../route.js";
import { useTerm } from "../state-words.js";
import { useAction } from "../use-action.js";
import { scopeFrom, type TypedScope } from "./typed-scope.js";

const TEXT = {
  title: { zh: "发起复核", en: "Start a re-verification" },
  programme: { zh: "正在享受的救助", en: "Programme that they draw" },
  any: { zh: "不限", en: "any" },
  township: { zh: "乡镇（街道）", en: "Township" },
  since: { zh: "该日起有变化的家庭", en: "Changed since" },
  sinceHelp: {
    zh: "任一部门的记录在该日以后有更新的；其余家庭记为“无变化”，不出具报告。",
    en: "Only households of which a department holds a newer record; the others are marked unchanged and get no report.",
  },
  households: {
    zh: "或：只复核所列家庭（每行一个编号）",
    en: "Or only these households, one id a line",
  },
  count: { zh: "查看户数", en: "How many?" },
  counted: {
    zh: (count: string) => `范围内共 ${count} 户，将逐户查询各来源并各出具一份报告。`,
    en: (count: string) =>
      `${count} households are in the scope: each is asked about at every source and gets a report.`,
  },
  nobody: { zh: "范围内没有家庭。", en: "No household is in the scope." },
  start: {
    zh: (count: string) => `开始复核 ${count} 户`,
    en: (count: string) => `Verify ${count} households`,
  },
} as const;

const EMPTY: TypedScope = { programme: "", township: "", changedSince: "", households: "" };

/** Starts a re-verification, once it was said how many households it takes in. */
export function StartForm() {
  const words = useWords(TEXT);
  const { number } = useFormats();
  const [scope, setScope] = useState(EMPTY);
  const [count, setCount] = useState<number | null>(null);
  const counting = useAction<{ readonly searchHouseholds: { readonly totalCount: number | null } }>(
    CASE_OPERATIONS.householdCount,
  );
  const starting = useAction<{ readonly startReverification: { readonly id: string } }>(
    CASE_OPERATIONS.startRun,
  );
  const change = (changed: Partial<TypedScope>) => {
    setScope({ ...scope, ...changed });
    setCount(null);
  };
  const find = async (event: Event) => {
    event.preventDefault();
    const { households, programme, township } = scopeFrom(scope);
    if (households) {
      setCount(households.length);
      return;
    }
    const answer = await counting.send({ filter: { programme, township } });
    setCount(answer?.searchHouseholds?.totalCount ?? null);
  };
  const start = async () => {
    const done = await starting.send({ input: scopeFrom(scope) });
    if (done) goTo({ view: "run", id: done.startReverification.id });
  };
  return (
    <form class="panel" aria-labelledby="start-title" onSubmit={(event) => void find(event)}>
      <h3 id="start-title">{words.title}</h3>
      <ScopeFields scope={scope} onChange={change} />
      <button type="submit" class="quiet" disabled={counting.isSending}>
        {words.count}
      </button>
      <FormProblems outcome={counting.outcome} />
      <div role="status">
        {count !== null && <p>{count > 0 ? words.counted(number(count)) : words.nobody}</p>}
      </div>
      <FormProblems outcome={starting.outcome} labels={{ input: words.title }} />
      {count !== null && count > 0 && (
        <button type="button" disabled={starting.isSending} onClick={() => void start()}>
          {words.start(number(count))}
        </button>
      )}
    </form>
  );
}

interface ScopeFieldsProps {
  readonly scope: TypedScope;
  readonly onChange: (changed: Partial<TypedScope>) => void;
}

function ScopeFields({ scope, onChange }: ScopeFieldsProps) {
  const words = useWords(TEXT);
  const term = useTerm();
  const isListed = scope.households.trim() !== "";
  return (
    <>
      <SelectField
        label={words.programme}
        value={scope.programme}
        onChange={(programme) => onChange({ programme })}
        disabled={isListed}
      >
        <option value="">{words.any}</option>
        {AssistanceProgramme.keys.map((key) => (
          <option key={key} value={key}>
            {term(AssistanceProgramme.entries[key])}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.township}
        value={scope.township}
        onChange={(township) => onChange({ township })}
        disabled={isListed}
      >
        <option value="">{words.any}</option>
        {TOWNSHIPS.map(({ code, name }) => (
          <option key={code} value={code} lang="zh-CN">
            {name}
          </option>
        ))}
      </SelectField>
      <DateField
        label={words.since}
        help={words.sinceHelp}

        value={scope.changedSince}
        onChange={(changedSince) => onChange({ changedSince })}
      />
      <TextAreaField
        label={words.households}
        value={scope.households}
        onChange={(households) => onChange({ households })}
        rows={2}
      />
    </>
  );
}
