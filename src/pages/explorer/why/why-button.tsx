import { useWords } from "../../shared/language.js";

const TEXT = {
  refused: { zh: "为什么？", en: "Why?" },
  visible: { zh: "权限", en: "Access" },
} as const;

interface WhyButtonProps {
  readonly coordinate: string;
  readonly onWhy: (coordinate: string) => void;
  /** Whether the caller sees the field; it does not, unless said. */
  readonly isVisible?: boolean;
}

/** Leads to why a field may, or may not, be read. */
export function WhyButton({ coordinate, onWhy, isVisible = false }: WhyButtonProps) {
  const words = useWords(TEXT);
  const label = isVisible ? words.visible : words.refused;
  return (
    <button
      type="button"
      class="quiet"
      aria-label={`${label} ${coordinate}`}
      onClick={() => onWhy(coordinate)}
    >
      {label}
    </button>
  );
}
