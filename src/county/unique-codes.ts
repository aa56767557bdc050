import { creditCodeCheckDigit } from "../codes/credit-code.js";
import { idNumberCheckDigit } from "../codes/id-number.js";
import { COUNTY_CODE } from "../codes/divisions-330726.js";
import { mix } from "./random-stream.js";

/*
 * Numbers that must be unique in the county though every household is generated on its own. Each is
 * a bijection of the household's index (and a slot within it) into the space of the numbers, so two
 * households can never meet and nothing has to be remembered.
 */

const SLOTS = 8;
const CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const PLATE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const PRIMES = [60_013, 70_001, 81_001, 90_001, 100_003, 110_017, 120_011, 130_003] as const;
const SEQUENCES = 499;

/** The 365 days of a common year as MMDD. */
const DAYS: readonly string[] = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(5, 10).replace("-", ""),
);

/** Most households a county can have: every one needs a birthday and sequence of its own in each year. */
export const MOST_HOUSEHOLDS = 365 * SEQUENCES;

/** A valid ID number, unique as long as a household asks once for each prefix, year and sex. */
export function uniqueIdNumber(
  seed: number,
  household: number,
  prefix: string,
  birthYear: number,
  sex: "MALE" | "FEMALE",
): string {
  const key = mix(seed, birthYear, sex === "MALE" ? 1 : 2);
  const cell = permute(household, key, MOST_HOUSEHOLDS);
  const sequence = (Math.floor(cell / 365) + 1) * 2 + (sex === "MALE" ? 1 : 0);
  const first17 = `${prefix}${birthYear}${DAYS[cell % 365]}${String(sequence).padStart(3, "0")}`;
  return first17 + idNumberCheckDigit(first17);
}

/** A number plate of the city (浙G), unique for each of a household's slots 0 to 7. */
export function uniquePlate(seed: number, household: number, slot: number): string {
  const size = PLATE_CHARACTERS.length ** 4;
  const index = permute(household * SLOTS + slot, mix(seed, 101), size * 10);
  return `浙G${digits(index % size, 4, PLATE_CHARACTERS)}${Math.floor(index / size)}`;
}

/** A real-estate certificate number (不动产权证号), unique for each of a household's slots 0 to 7. */
export function uniqueCertificate(
  seed: number,
  household: number,
  slot: number,
  year: number,
): string {
  const index = permute(household * SLOTS + slot, mix(seed, 102), 10_000_000);
  return `浙（${year}）浦江县不动产权第${String(index).padStart(7, "0")}号`;
}

/** A valid credit code of the county, unique for each slot 0 to 7; type 91 company, 92 individual business. */
export function uniqueCreditCode(
  seed: number,
  household: number,
  slot: number,
  type: "91" | "92",
): string {
  const index = permute(household * SLOTS + slot, mix(seed, 103), 31 ** 5);
  const first17 = `${type}${COUNTY_CODE}MA2${digits(index, 5, CREDIT_CHARACTERS)}X`;
  return first17 + creditCodeCheckDigit(first17);
}

/** The index under a bijection of 0 … size-1 that the key chooses; the size shares no factor with the primes. */
function permute(index: number, key: number, size: number): number {
  const prime = PRIMES[key % PRIMES.length] as number;
  return (index * prime + (key % size)) % size;
}

function digits(index: number, count: number, characters: string): string {
  let text = "";
  let rest = index;
  for (let place = 0; place < count; place += 1) {
    text = characters.charAt(rest % characters.length) + text;
    rest = Math.floor(rest / characters.length);
  }
  return text;
}
