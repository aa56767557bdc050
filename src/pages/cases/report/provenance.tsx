import {
  outcomeCell,
  personName,
  reasonText,
  sourceName,
} from "../../../report-pages/document/labels.js";
import { capital, wording } from "../../../report-pages/language.js";
import type { PersonPlace } from "../../../verification/reading/found.js";
import { SOURCES, type SourceName } from "../../../verification/reading/sources.js";
import type { ReportSource } from "../../../verification/report/report-source.js";
import type { Report } from "../../../verification/report/report.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { Signed } from "../mark.js";
import { Scrolling } from "../refusals.js";
import { Text } from "./blocks.js";

const TEXT = {
  heading: { zh: "来源与数据日期", en: "Sources and as-of dates" },
  caption: {
    zh: "每个来源对每名人员的答复",
    en: "What each source answered about each person",
  },
  source: { zh: "来源", en: "Source" },
  byPerson: { zh: "按人查询", en: "asked by person" },
  byHousehold: { zh: "按户查询", en: "asked by household" },
  notAsked: { zh: "未查询", en: "not asked" },
  asOf: { zh: (day: string) => `截至 ${day}`, en: (day: string) => `as of ${day}` },
  disputed: { zh: "校核中", en: "in dispute" },
  parts: {
    zh: (count: number) => `缺 ${count} 项`,
    en: (count: number) => `${count} parts missing`,
  },
  note: {
    zh: "“查得记录”有记录；“无记录”为来源答复没有；“未获授权”为没有授权或无权读取；“来源未答复”为来源出现故障或超时；“未查询”为本职责不需要向该来源查询此人。",
    en: "Found: there is a record. No record: the source said so. Not authorised: no consent, or not readable. Did not answer: the source failed. Not asked: this duty has no need to ask it about the person.",
  },
} as const;

/** Every source against every person: what came of asking, or that nobody asked. */
export function Provenance({ report }: { readonly report: Report }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const say = wording(language);
  const people: readonly (PersonPlace | null)[] = [
    null,
    ...report.persons.map(({ role, place }) => ({ role, place })),
  ];
  const isOfHousehold = (source: SourceName) =>
    report.sources.some((one) => one.source === source && one.person === null);
  const answers = new Map(report.sources.map((one) => [keyOf(one.source, one.person), one]));
  const sources = (Object.keys(SOURCES) as SourceName[]).filter((source) =>
    report.sources.some((one) => one.source === source),
  );
  return (
    <section aria-labelledby="provenance-heading">
      <h3 id="provenance-heading" class="part">
        {words.heading}
      </h3>
      <Scrolling label={words.caption}>
        <table class="matrix">
          <caption class="hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              {people.map((person) => (
                <th key={keyOf("", person)} scope="col">
                  <Text text={capital(personName(report, person, say))} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source}>
                <th scope="row">{capital(sourceName(source, say))}</th>
                {people.map((person) => (
                  <td key={keyOf("", person)}>
                    {isOfHousehold(source) === (person === null) ? (
                      <AnswerOf answer={answers.get(keyOf(source, person))} />
                    ) : (
                      <span class="soft">
                        {person === null ? words.byPerson : words.byHousehold}
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      <p class="help">{words.note}</p>
    </section>
  );
}

const keyOf = (source: string, person: PersonPlace | null) =>
  `${source} ${person ? `${person.role} ${person.place}` : ""}`;

function AnswerOf({ answer }: { readonly answer: ReportSource | undefined }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { day } = useFormats();
  const say = wording(language);
  if (!answer) return <span class="soft">{words.notAsked}</span>;
  const { mark = "NO_RECORD", text } = outcomeCell(answer.outcome, say);
  const { asOf, originalSource, reason, withheld, inDispute } = answer;
  return (
    <>
      <Signed mark={mark} text={text} />
      {reason && <small>{reasonText(reason, say)}</small>}
      {asOf && <small>{words.asOf(day(asOf))}</small>}
      {originalSource && <small lang="zh-CN">{originalSource}</small>}
      {withheld.length > 0 && <small>{words.parts(withheld.length)}</small>}
      {inDispute && (
        <small>
          <Signed mark="WARNING" text={words.disputed} />
        </small>
      )}
    </>
  );
}
