import { Sealing } from "../../src/sealing/sealing.js";

/** What the tables of the benchmark are written with: the secret that the hub and every subject have alike. */
export const SECRET = "bM00Xpkz8ntezTo7tg9SOKwOao_eBi3Jx7s2lcvr-aI";

/** The cipher likewise. */
export const CIPHER = "aes-256-gcm";

const sealing = new Sealing({ secrets: [SECRET], cipher: CIPHER });

/** The key under which the tables know a person. */
export function keyOf(idNumber: string): string {
  return sealing.personKey(idNumber);
}

/** The ID number in a row of `civil_affairs.person`. */
export function openNumber(sealed: string, person: string): string {
  return sealing.open(sealed, `"civil_affairs"."person".id_number of ${person}`);
}

/** The masked ID number in a row of `civil_affairs.person`. */
export function openMasked(sealed: string, person: string): string {
  return sealing.open(sealed, `"civil_affairs"."person".masked_id_number of ${person}`);
}
