import { CodeError } from "../../codes/code-error.js";
import { parseIdNumber } from "../../codes/id-number.js";
import { useWords } from "../shared/language.js";

const TEXT = {
  ID_NUMBER_FORM: { zh: "公民身份号码为 18 位。", en: "An ID number has 18 characters." },
  ID_NUMBER_BIRTH_DATE: {
    zh: "号码中的出生日期不存在。",
    en: "The birth date in the number does not exist.",
  },
  ID_NUMBER_CHECK_DIGIT: {
    zh: "校验码不符，请检查号码。",
    en: "The check digit does not fit: look at the number again.",
  },
} as const;

/** What is wrong with an ID number that is typed in, before anybody is asked; null where nothing is. */
export function useIdNumberFault(): (typed: string) => string | null {
  const words = useWords(TEXT);
  return (typed) => {
    try {
      parseIdNumber(typed);
      return null;
    } catch (error) {
      if (!(error instanceof CodeError)) throw error;
      return words[error.code as keyof typeof TEXT] ?? words.ID_NUMBER_FORM;
    }
  };
}

/** The number as the hub takes it, from one without fault. */
export const idNumberFrom = (typed: string): string => parseIdNumber(typed).idNumber;

/** The number with its middle hidden, as it stands on paper. */
export const maskedIdNumber = (idNumber: string): string =>
  `${idNumber.slice(0, 3)}${"*".repeat(11)}${idNumber.slice(-4)}`;
