import type {
  Block,
  Cell,
  Field,
  Notice,
  RowGroup,
  Section,
  Table,
} from "../../../report-pages/document/document.js";
import { chineseApart } from "../../../report-pages/language.js";
import { useLanguage } from "../../shared/language.js";
import { Sign } from "../mark.js";
import { StackHead } from "../stack-head.js";

/** A section of a report with its heading. */
export function ReportSection({ section }: { readonly section: Section }) {
  const { id, heading, blocks } = section;
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`} class="part">
        <Text text={heading} />
      </h3>
      <Blocks blocks={blocks} />
    </section>
  );
}

/** The blocks of a report; findings are not among them, since they have forms. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "notice":
      return <NoticeBlock notice={block} />;
    case "paragraph":
      return (
        <p class="soft">
          <Text text={block.text} />
        </p>
      );
    case "fields":
      return <FieldList fields={block.fields} paired={block.paired} />;
    case "table":
      return <TableBlock table={block} />;
    case "card":
      return null;
  }
}

/** A framed notice; a state stands out by its frame and its sign. */
export function NoticeBlock({ notice }: { readonly notice: Notice }) {
  const { weight, heading, texts } = notice;
  const isCalm = weight === "PLAIN" || heading?.mark === "DONE";
  return (
    <div class={isCalm ? "notice" : "notice alarm"}>
      {heading && (
        <p class="notice-heading">
          <CellContent cell={heading} />
        </p>
      )}
      {texts.map((text) => (
        <p key={text}>
          <Text text={text} />
        </p>
      ))}
    </div>
  );
}

/** Values with a name each. */
export function FieldList({
  fields,
  paired,
}: {
  readonly fields: readonly Field[];
  readonly paired: boolean;
}) {
  return (
    <dl class={paired ? "paired" : undefined}>
      {fields.map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          {values.map((value, index) => (
            <dd key={index}>
              <CellContent cell={value} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function TableBlock({ table: { caption, columns, groups } }: { readonly table: Table }) {
  return (
    <table class="stacks" role="table">
      <caption class="hidden">{caption}</caption>
      <StackHead headings={columns} />
      {groups.map((group, index) => (
        <Group key={index} group={group} columns={columns} />
      ))}
    </table>
  );
}

function Group({
  group: { heading, rows },
  columns,
}: { readonly group: RowGroup } & Pick<Table, "columns">) {
  return (
    <tbody role="rowgroup">
      {heading !== null && (
        <tr role="row" class="group">
          <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
            <Text text={heading} />
          </th>
        </tr>
      )}
      {rows.map((row, index) => (
        <tr key={index} role="row">
          {row.map((cell, place) =>
            place === 0 ? (
              <th key={place} role="rowheader" scope="row">
                <CellContent cell={cell} />
              </th>
            ) : (
              <td
                key={place}
                role="cell"
                class={columns[place]?.align}
                data-label={columns[place]?.heading}
              >
                <span>
                  <CellContent cell={cell} />
                </span>
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** A text with its sign before it. */
export function CellContent({ cell: { mark, text } }: { readonly cell: Cell }) {
  return (
    <>
      {mark && <Sign mark={mark} />}
      <Text text={text} />
    </>
  );
}

/** A text; in an English page what is Chinese in it says so. */
export function Text({ text }: { readonly text: string }) {
  const { language } = useLanguage();
  if (language === "zh") return <>{text}</>;
  return (
    <>
      {chineseApart(text).map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} lang="zh-CN">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
