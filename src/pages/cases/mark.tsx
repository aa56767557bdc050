import { MARKS, type Mark } from "../../report-pages/document/marks.js";

/** A sign that tells by its shape; the words beside it say it as well. */
export function Sign({ mark }: { readonly mark: Mark }) {
  const { path, filled } = MARKS[mark];
  return (
    <svg
      class={`sign sign-${mark}`}
      viewBox="-0.6 -0.6 11.2 11.2"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={path}
        fill={filled ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width="1.3"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}

/** A sign and its words, which stay together. */
export function Signed({ mark, text }: { readonly mark: Mark; readonly text: string }) {
  return (
    <span class="signed">
      <Sign mark={mark} />
      {text}
    </span>
  );
}
