import { withoutSpaces } from "./source-line.js";

/** What a parenthesis turned out to be. `UNSTOPPED` is a list whose task has no full stop; `DOUBTFUL` may be one, and is not taken for one. */
export type Reading =
  | { readonly kind: "LIST" | "UNSTOPPED"; readonly names: readonly string[] }
  | { readonly kind: "DOUBTFUL" }
  | { readonly kind: "OTHER" };

/** A parenthesis and what stands around it on its line. */
export interface Surroundings {
  /** The text since the item's number or the list before; empty at the start of a line. */
  readonly before: string;
  readonly content: string;
  readonly after: string;
}

/**
 * Decides whether a parenthesis is a department list: names of bodies, standing where a task ends.
 * `known` are names that count as bodies however they end.
 */
export function readDepartmentList(
  { before, content, after }: Surroundings,
  known: ReadonlySet<string>,
): Reading {
  const names = namesIn(content);
  const isBody = (name: string): boolean => known.has(name) || looksLikeBody(name);
  const all = names.length > 0 && names.every(isBody);
  const preceding = withoutSpaces(before);
  if (TASK_ENDED.test(preceding)) {
    const list =
      names.some(isBody) && names.every((name) => known.has(name) || PLAUSIBLE.test(name));
    return list ? { kind: "LIST", names } : { kind: "DOUBTFUL" };
  }
  const named = names.some((name) => known.has(name) || /[县市省]/.test(name));
  if (!all || !named) return { kind: "OTHER" };
  const following = withoutSpaces(after);
  const ends = /^([。；;.！!]|$)/.test(following);
  const explains = BODY.test(preceding) && (names.length === 1 || !ends);
  const list = !explains && (ends || (names.length > 1 && !SENTENCE_GOES_ON.test(following)));
  return list ? { kind: "UNSTOPPED", names } : { kind: "DOUBTFUL" };
}

/** The names in a list, white space removed, without the labels and roles that some documents add (责任单位：, 牵头). */
function namesIn(content: string): string[] {
  return partsOf(withoutSpaces(content))
    .map((part) => part.replace(LABEL, "").replace(ROLE, ""))
    .filter((part) => part !== "");
}

/** Splits on separators, except inside a nested parenthesis (各乡镇（街道）). */
function partsOf(content: string): string[] {
  return content.split(/[、，,；;/／](?![^（]*）)/);
}

function looksLikeBody(name: string): boolean {
  return PLAUSIBLE.test(name) && name.length >= 3 && (BODY.test(name) || EVERY_TOWNSHIP.test(name));
}

const TASK_ENDED = /(^|[。！？；;!?.…][”’"』」》]*)$/u;
const SENTENCE_GOES_ON =
  /^([，,、：:]|等|的|和|与|及|或|要|应|可|共同|联合|负责|牵头|配合|按|对|在|为|以)/u;
const LABEL = /^(主要)?(责任|牵头|主办|承办|配合|协办|参与|参加)(单位|部门)[：:]/u;
const ROLE = /(按职责分工负责|牵头负责|牵头|负责|配合|参与|落实)$/u;
const PLAUSIBLE = /^(?!含|即|见|详见|如|包括|以|指|其中)[\p{Script=Han}A-Za-z0-9·“”（）]{2,30}$/u;
const BODY =
  /(局|委|办|办公室|会|部|中心|支行|分行|银行|人行|单位|部门|法院|检察院|医院|学院|研究院|党校|总队|支队|大队|集团|公司|联|科协|厅|署|政府|办事处)$/u;
const EVERY_TOWNSHIP = /^各.*(乡镇|镇|乡|街道|村|社区)(（.*）)?$/u;
