import type { Caller } from "../../identity/caller.js";
import {
  disabilitySubsidyAdjustments,
  type DisabilitySubsidyRow,
  type SubsidyAdjustment,
} from "../../verification/lists/disability-subsidy-list.js";
import type { Casework } from "../casework.js";
import { wholeAnswer } from "./every-household.js";
import { programmesIn } from "./two-lines.js";

const SELECTION = `maskedIdNumber age deathDate
  disability { category grade certificateStatus validUntil livingSubsidy nursingSubsidy }
  households { township assistance { programme startMonth endMonth } }`;

type Certificate = Omit<
  DisabilitySubsidyRow,
  "maskedIdNumber" | "township" | "deathDate" | "programmes" | "age"
>;

interface Person {
  readonly maskedIdNumber: string;
  readonly age: number | null;
  readonly deathDate: string | null;
  readonly disability: Certificate | null;
  readonly households:
    | readonly ({
        readonly township: string;
        readonly assistance: Parameters<typeof programmesIn>[0] | null;
      } | null)[]
    | null;
}

/** Persons of one question. */
const TOGETHER = 50;

/** 残疾人两项补贴动态调整: what has to change for the persons asked for; who holds no certificate is left out. */
export async function subsidyAdjustments(
  { ask, parameters }: Casework,
  caller: Caller,
  idNumbers: readonly string[],
): Promise<readonly SubsidyAdjustment[]> {
  const rows: DisabilitySubsidyRow[] = [];
  for (let start = 0; start < idNumbers.length; start += TOGETHER) {
    const asked = idNumbers.slice(start, start + TOGETHER);
    const variables = Object.fromEntries(asked.map((number, place) => [`n${place}`, number]));
    const data = wholeAnswer(await ask(caller, operationFor(asked.length), variables));
    for (const place of asked.keys()) {
      rows.push(...rowOf(data[`p${place}`] as Person | null, caller.date));
    }
  }
  return disabilitySubsidyAdjustments(rows, parameters(caller.date), caller.date);
}

function rowOf(person: Person | null, date: string): DisabilitySubsidyRow[] {
  if (!person?.disability) return [];
  const [home] = (person.households ?? []).flatMap((household) => household ?? []);
  return [
    {
      ...person.disability,
      maskedIdNumber: person.maskedIdNumber,
      deathDate: person.deathDate,
      township: home?.township ?? "",
      programmes: programmesIn(home?.assistance ?? [], date.slice(0, 7)),
    },
  ];
}

function operationFor(count: number): string {
  const places = Array.from({ length: count }, (_, place) => place);
  const variables = places.map((place) => `$n${place}: IdNumber!`).join(", ");
  const persons = places.map((place) => `p${place}: person(idNumber: $n${place}) { ...Asked }`);
  return `query SubsidyAdjustments(${variables}) { ${persons.join(" ")} }
    fragment Asked on Person { ${SELECTION} }`;
}
