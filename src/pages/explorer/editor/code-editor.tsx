import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput } from "@codemirror/language";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useLayoutEffect, useRef } from "preact/hooks";
import { COLOURS } from "./highlight.js";

interface CodeEditorProps {
  readonly label: string;
  readonly value: string;
  /** Absent for text that is only read. */
  readonly onChange?: (value: string) => void;
  /** What knows the language of the text; fixed while the editor stands. */
  readonly language: Extension;
  /** Ctrl or Command with Enter. */
  readonly onRun?: () => void;
}

/** Whether a sheet of styles can be made without a style element, which the policy of the pages refuses. */
const HAS_OWN_SHEETS = "adoptedStyleSheets" in Document.prototype;

/** A text with its language: coloured, checked and completed; a plain field in browsers too old for that. */
export function CodeEditor(props: CodeEditorProps) {
  return HAS_OWN_SHEETS ? <RichEditor {...props} /> : <PlainEditor {...props} />;
}

function PlainEditor({ label, value, onChange }: CodeEditorProps) {
  return (
    <textarea
      aria-label={label}
      rows={12}
      spellcheck={false}
      autocomplete="off"
      value={value}
      readOnly={!onChange}
      onInput={({ currentTarget }) => onChange?.(currentTarget.value)}
    />
  );
}

/** Tab leaves the editor, as it leaves every other field. It stands in a shadow tree, whose styles need no element. */
function RichEditor({ label, value, language, onChange, onRun }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView | null>(null);
  const told = useRef({ onChange, onRun });
  told.current = { onChange, onRun };
  useLayoutEffect(() => {
    const place = host.current;
    if (!place) return undefined;
    const root = place.shadowRoot ?? place.attachShadow({ mode: "open", delegatesFocus: true });
    const view = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: value,
        extensions: [
          runKey(() => told.current.onRun?.()),
          onChange ? WRITTEN : READ_ONLY,
          COMMON,
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          EditorView.updateListener.of(({ docChanged, state, transactions }) => {
            const isGiven = transactions.some((transaction) => transaction.annotation(GIVEN));
            if (docChanged && !isGiven) told.current.onChange?.(state.doc.toString());
          }),
          language,
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
  }, [label, language]);
  useLayoutEffect(() => {
    const view = editor.current;
    if (!view || view.state.doc.toString() === value) return;
    const changes = { from: 0, to: view.state.doc.length, insert: value };
    view.dispatch({ changes, annotations: GIVEN.of(true) });
  }, [value]);
  return <div class={onChange ? "code" : "code read"} ref={host} />;
}

/** Marks a change that comes from the page: it is not told to the page again. */
const GIVEN = Annotation.define<boolean>();

const runKey = (run: () => void) =>
  keymap.of([
    {
      key: "Mod-Enter",
      run() {
        run();
        return true;
      },
    },
  ]);

const COMMON: Extension = [
  COLOURS,
  lineNumbers(),
  foldGutter(),
  EditorView.lineWrapping,
  keymap.of(foldKeymap),
];

const WRITTEN: Extension = [
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
];

/** Read by keyboard too: it takes the focus, and scrolls. */
const READ_ONLY: Extension = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ "aria-readonly": "true" }),
];
