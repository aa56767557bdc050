import { languageTag, useLanguage } from "../shared/language.js";

/** How a page writes days, moments and numbers. */
export interface Formats {
  /** `2026-11-26` as 2026年11月26日; a dash for null. */
  day(date: string | null): string;
  /** A moment to the minute in Asia/Shanghai. */
  moment(at: string): string;
  /** 12,345; decimal strings keep their places. */
  number(value: number | string): string;
  /** Seconds as 3 分 20 秒. */
  span(seconds: number): string;
}

const ZONE = "Asia/Shanghai";

/** The formats of the language in use. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  const tag = languageTag(language);
  const days = new Intl.DateTimeFormat(language === "zh" ? tag : "en-GB", {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  const moments = new Intl.DateTimeFormat(language === "zh" ? tag : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: ZONE,
  });
  return {
    day: (date) => (date === null ? "—" : days.format(new Date(`${date}T00:00:00Z`))),
    moment: (at) => moments.format(new Date(at)),
    number: (value) => grouped(String(value)),
    span: (seconds) => {
      const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
      if (language === "zh") return minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`;
      return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
    },
  };
}

/** A decimal string with its thousands apart; never by way of a float. */
function grouped(text: string): string {
  const [whole = "", places] = text.split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return (places === undefined ? apart : `${apart}.${places}`).replace(/^-/, "−");
}
