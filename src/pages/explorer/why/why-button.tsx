import { useWords } from "../../shared/language.js";

const TEXT = {
  why: { zh: "为什么？", en: "Why?" },
  label: {
    zh: (coordinate: string) => `为什么？${coordinate}`,
    en: (coordinate: string) => `Why? ${coordinate}`,
  },
} as const;

interface WhyButtonProps {
  readonly coordinate: string;
  readonly onWhy: (coordinate: string) => void;
}

/** Leads to why a field may, or may not, be read. */
export function WhyButton({ coordinate, onWhy }: WhyButtonProps) {
  const words = useWords(TEXT);
  return (
    <button
      type="button"
      class="quiet"
      aria-label={words.label(coordinate)}
      onClick={() => onWhy(coordinate)}
    >
      {words.why}
    </button>
  );
}
