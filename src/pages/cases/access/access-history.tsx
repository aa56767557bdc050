import { useState } from "preact/hooks";
import { TextField } from "../../shared/fields.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { idNumberFrom, maskedIdNumber, useIdNumberFault } from "../id-number.js";
import { CASE_OPERATIONS } from "../operations.js";
import { Failed } from "../refusals.js";
import { useAction } from "../use-action.js";
import { AccessTable, type AccessRecord } from "./access-table.js";

/** Records of one answer. */
const PAGE = 100;

const TEXT = {
  title: { zh: "个人数据查询留痕", en: "Who read a person's data" },
  introduction: {
    zh: "谁、何时、依据哪项职责、查询了此人的哪些数据。可打印交本人。查阅留痕本身也会留痕。",
    en: "Who read what of a person, when and under which duty, to be printed for the person. Reading it is on record too.",
  },
  idNumber: { zh: "公民身份号码", en: "ID number" },
  help: {
    zh: "号码只在请求正文中发送，不进入网址，也不保存在浏览器中。",
    en: "The number is sent in the body of the request; it enters no address and is not kept in the browser.",
  },
  find: { zh: "查询留痕", en: "Show" },
  of: {
    zh: (masked: string) => `公民身份号码 ${masked}`,
    en: (masked: string) => `ID number ${masked}`,
  },
  made: { zh: (at: string) => `制表时间 ${at}`, en: (at: string) => `made ${at}` },
  count: {
    zh: (count: string) => `共列出 ${count} 条，新的在前。`,
    en: (count: string) => `${count} records, the newest first.`,
  },
  none: {
    zh: "没有查询此人数据的记录。",
    en: "Nobody's access to this person's data is on record.",
  },
  more: { zh: "更早的留痕", en: "Earlier ones" },
  print: { zh: "打印给本人", en: "Print for the person" },
} as const;

interface Shown {
  readonly idNumber: string;
  readonly at: string;
  readonly records: readonly AccessRecord[];
  readonly hasMore: boolean;
}

interface AccessAnswer {
  readonly accessRecords: readonly AccessRecord[] | null;
}

/** A person's access history, by the ID number that is typed in. */
export function AccessHistory() {
  const words = useWords(TEXT);
  const faultOf = useIdNumberFault();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const { send, outcome, isSending } = useAction<AccessAnswer>(CASE_OPERATIONS.accessRecords);
  const ask = async (idNumber: string, before: readonly AccessRecord[]) => {
    const answer = await send({ idNumber, before: before.at(-1)?.sequence ?? null });
    const records = answer?.accessRecords;
    if (!records) return;
    const at = new Date().toISOString();
    setShown({ idNumber, at, records: [...before, ...records], hasMore: records.length === PAGE });
  };
  const find = (event: Event) => {
    event.preventDefault();
    setShown(null);
    const wrong = faultOf(typed);
    setFault(wrong);
    if (!wrong) void ask(idNumberFrom(typed), []);
  };
  return (
    <section aria-labelledby="access-title">
      <h2 id="access-title">{words.title}</h2>
      <p class="no-print">{words.introduction}</p>
      <form class="panel" onSubmit={find}>
        <TextField
          label={words.idNumber}
          help={words.help}
          value={typed}
          onChange={setTyped}
          maxLength={30}
          error={fault}
          required
        />
        <button type="submit" disabled={isSending}>
          {words.find}
        </button>
      </form>
      <Failed outcome={outcome} />
      <div role="status">{shown && <Summary shown={shown} />}</div>
      {shown && shown.records.length > 0 && (
        <>
          <AccessTable records={shown.records} />
          <div class="buttons no-print">
            {shown.hasMore && (
              <button
                type="button"
                class="quiet"
                disabled={isSending}
                onClick={() => void ask(shown.idNumber, shown.records)}
              >
                {words.more}
              </button>
            )}
            <button type="button" class="quiet" onClick={() => print()}>
              {words.print}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Summary({ shown: { idNumber, at, records } }: { readonly shown: Shown }) {
  const words = useWords(TEXT);
  const { moment, number } = useFormats();
  return (
    <>
      <p>
        {words.of(maskedIdNumber(idNumber))} · {words.made(moment(at))}
      </p>
      <p>{records.length === 0 ? words.none : words.count(number(records.length))}</p>
    </>
  );
}
