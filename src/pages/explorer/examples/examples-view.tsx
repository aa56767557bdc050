import type { GraphQLSchema } from "graphql";
import { useMemo, useState } from "preact/hooks";
import { askHub } from "../../shared/api.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { useCredentials } from "../../shared/session.js";
import type { Draft } from "../run/question.js";
import { exampleValues } from "./argument-values.js";
import type { Example, ExampleCaller, ExampleGroup } from "./example.js";
import { exampleQueries } from "./example-queries.js";

const TEXT = {
  introduction: {
    zh: (department: string, duty: string) =>
      `由${department}在职责 ${duty} 下可见的数据结构生成，每一条都可以执行。选用一条时，编号先向枢纽查询（留有访问记录）。`,
    en: (department: string, duty: string) =>
      `Made from what ${department} may see under duty ${duty}: each may be run. Choosing one asks the hub for the ids it needs, which is on record.`,
  },
  people: { zh: "家庭与人员", en: "Families and people" },
  lists: { zh: "业务", en: "Casework" },
  hub: { zh: "枢纽与登记册", en: "The hub and the register" },
  asking: { zh: "正在查询编号……", en: "Asking for ids…" },
  chosen: { zh: "已放入编辑器。", en: "It is in the editor." },
  missing: {
    zh: (names: string) => `已放入编辑器。请在变量中填写：${names}（枢纽在此职责下没有可用的值）。`,
    en: (names: string) =>
      `It is in the editor. Fill in ${names} among the variables: the hub has no value for it under this duty.`,
  },
} as const;

interface ExamplesViewProps {
  readonly schema: GraphQLSchema;
  readonly onTake: (draft: Draft) => void;
}

/** The examples of this caller, by what they are about. */
export function ExamplesView({ schema, onTake }: ExamplesViewProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const credentials = useCredentials();
  const [said, setSaid] = useState("");
  const examples = useMemo(() => exampleQueries(schema, callerOf(credentials)), [schema]);
  const ask = async (query: string) => {
    const outcome = await askHub<unknown>(credentials, query);
    return outcome.kind === "answered" ? outcome.data : null;
  };
  const take = async ({ query, variables }: Example) => {
    setSaid(variables.some(({ source }) => source !== undefined) ? words.asking : "");
    const values = await exampleValues(variables, ask);
    onTake({ query, variables: variables.length > 0 ? JSON.stringify(values, null, 2) : "" });
    const missing = Object.entries(values).filter(([, value]) => isMissing(value));
    const names = missing.map(([name]) => name).join(", ");
    setSaid(names === "" ? words.chosen : words.missing(names));
  };
  const groups: readonly ExampleGroup[] = ["people", "lists", "hub"];
  return (
    <>
      <p class="help">{words.introduction(credentials.department, credentials.duty)}</p>
      <p role="status">{said}</p>
      {groups.map((group) => {
        const own = examples.filter((example) => example.group === group);
        return (
          own.length > 0 && (
            <section key={group}>
              <h3>{words[group]}</h3>
              <ul class="rows tight">
                {own.map((example) => (
                  <li key={example.query}>
                    <button type="button" class="link" onClick={() => void take(example)}>
                      {example.title[language]}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

const isMissing = (value: unknown) => value === "" || (Array.isArray(value) && value.length === 0);

/** The caller of examples, today in Shanghai. */
export function callerOf({ department, duty }: Omit<ExampleCaller, "date">): ExampleCaller {
  const date = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
  return { department, duty, date };
}
