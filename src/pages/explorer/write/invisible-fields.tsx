import { useWords } from "../../shared/language.js";
import { WhyButton } from "../why/why-button.js";

const TEXT = {
  title: {
    zh: "您的数据结构中没有这些字段（不能读取，或不存在），执行会被拒绝：",
    en: "Your schema does not have these fields (they may not be read, or do not exist): running would be refused.",
  },
  remove: { zh: "去掉这些字段", en: "Take them out" },
} as const;

interface InvisibleFieldsProps {
  readonly coordinates: readonly string[];
  readonly onWhy: (coordinate: string) => void;
  readonly onRemove: () => void;
}

/** The fields of the query that the caller does not see, before it is run; nothing where there are none. */
export function InvisibleFields({ coordinates, onWhy, onRemove }: InvisibleFieldsProps) {
  const words = useWords(TEXT);
  if (coordinates.length === 0) return null;
  return (
    <div class="notice" role="status">
      <p>{words.title}</p>
      <ul>
        {coordinates.map((coordinate) => (
          <li key={coordinate}>
            <code>{coordinate}</code> <WhyButton coordinate={coordinate} onWhy={onWhy} />
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={onRemove}>
        {words.remove}
      </button>
    </div>
  );
}
