import { AssistanceProgramme } from "../../../codes/code-tables.js";
import { TOWNSHIPS } from "../../../codes/divisions-330726.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { useTerm } from "../state-words.js";
import type { Run } from "./run.js";

const TEXT = {
  everybody: { zh: "辖区内全部家庭", en: "every household of the divisions" },
  listed: { zh: "所列家庭", en: "households that were listed" },
  since: { zh: (day: string) => `${day} 起有变化`, en: (day: string) => `changed since ${day}` },
} as const;

/** Which households a re-verification takes in, in words. */
export function useScopeWords(): (
  run: Pick<Run, "programme" | "township" | "changedSince" | "listed">,
) => string {
  const words = useWords(TEXT);
  const term = useTerm();
  const { day } = useFormats();
  return ({ programme, township, changedSince, listed }) => {
    const parts = [
      listed ? words.listed : null,
      programme && term(AssistanceProgramme.entries[programme]),
      township && (TOWNSHIPS.find(({ code }) => code === township)?.name ?? township),
      changedSince && words.since(day(changedSince)),
    ].filter((part) => part !== null);
    return parts.length === 0 ? words.everybody : parts.join(" · ");
  };
}
