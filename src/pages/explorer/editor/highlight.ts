import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The colours of the pages, which reach into the editor as custom properties. */
export const COLOURS = [
  EditorView.theme({
    "&": {
      height: "100%",
      backgroundColor: "var(--paper)",
      color: "var(--ink)",
      fontSize: "0.9rem",
    },
    "&.cm-focused": { outline: "3px solid var(--link)" },
    ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", overflow: "auto" },
    ".cm-content": { caretColor: "var(--ink)" },
    ".cm-cursor": { borderLeftColor: "var(--ink)" },
    ".cm-gutters": {
      backgroundColor: "var(--tint)",
      color: "var(--soft)",
      borderRight: "1px solid var(--faint)",
    },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
      { backgroundColor: "var(--faint)" },
    ".cm-tooltip": {
      backgroundColor: "var(--tint)",
      color: "var(--ink)",
      border: "1px solid var(--line)",
      maxWidth: "min(32rem, 90vw)",
    },
    ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
      backgroundColor: "var(--link)",
      color: "var(--on-link)",
    },
    ".cm-completionDetail": { color: "inherit" },
    ".cm-completionInfo": { whiteSpace: "pre-wrap" },
    ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
      backgroundColor: "transparent",
      outline: "1px solid var(--line)",
    },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.keyword, tags.definitionKeyword, tags.bool, tags.null], color: "var(--link)" },
      { tag: [tags.string, tags.number], color: "var(--fine)" },
      { tag: [tags.variableName, tags.special(tags.name)], color: "var(--caution)" },
      { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
      { tag: tags.typeName, color: "var(--alarm)" },
    ]),
  ),
];
