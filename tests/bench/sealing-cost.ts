import { Sealing } from "../../src/sealing/sealing.js";
import { SECRET } from "./at-rest.js";
import type { CipherName } from "../../src/sealing/ciphers.js";

const CIPHERS: readonly CipherName[] = ["aes-256-gcm", "sm4"];
const ID_NUMBER = "330726199001011234";
const ABOUT = '"civil_affairs"."person".id_number of bench';

/** Calls of one measurement: enough that the least of five is steady. */
const CALLS = 20_000;

/** Microseconds of one call, for each cipher. */
export interface SealingCost {
  readonly cipher: CipherName;
  readonly personKey: number;
  readonly seal: number;
  readonly open: number;
}

/** What one person key, one sealing and one opening cost, in this process. */
export function sealingCosts(): SealingCost[] {
  return CIPHERS.map((cipher) => {
    const sealing = new Sealing({ secrets: [SECRET], cipher });
    const sealed = sealing.seal(ID_NUMBER, ABOUT);
    return {
      cipher,
      personKey: microseconds(() => sealing.personKey(ID_NUMBER)),
      seal: microseconds(() => sealing.seal(ID_NUMBER, ABOUT)),
      open: microseconds(() => sealing.open(sealed, ABOUT)),
    };
  });
}

function microseconds(call: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const { user, system } = process.cpuUsage();
    for (let n = 0; n < CALLS; n += 1) call();
    const used = process.cpuUsage({ user, system });
    return (used.user + used.system) / CALLS;
  });
  return Math.min(...times);
}
