import { createLocalJWKSet } from "jose";
import { deadlineIn } from "../../src/department/live/deadline.js";
import type { Caller } from "../../src/identity/caller.js";
import { SealedReferences } from "../../src/identity/sealed-references.js";
import { TokenVerifier } from "../../src/identity/token-verifier.js";
import { departmentAudience, VOUCHED_TYPE, Voucher } from "../../src/identity/vouching.js";
import { EXPECTED, newKeys, outcome } from "../identity/support.js";

const CALLER: Caller = {
  client: "civil-affairs-window",
  kind: null,
  department: "县民政局",
  duties: ["1.2"],
  jurisdiction: ["330726"],
  operator: null,
  duty: "1.2",
  case: "TEST-1",
  date: "2026-11-01",
  credentials: {},
};

const ahead = (seconds: number) => () => Date.now() + seconds * 1000;

test.each([
  ["29 s behind", -29, "accepted"],
  ["35 s behind", -35, /iat/],
  ["80 s ahead", 80, "accepted"],
  ["95 s ahead", 95, /expired/],
])(
  "a department's clock %s of the hub's -> its word for a caller is %s",
  async (_what, by, said) => {
    const keys = await newKeys();
    const voucher = await Voucher.under({ ...keys.secret, alg: "ES256" }, EXPECTED);
    const { authorization = "" } = await voucher.credentials(CALLER, "agriculture");
    const verifier = new TokenVerifier(
      createLocalJWKSet({ keys: [keys.open] }),
      { ...EXPECTED, audience: departmentAudience(EXPECTED.audience, "agriculture") },
      { now: ahead(by), isType: (typ) => typ === VOUCHED_TYPE },
    );
    expect(await outcome(verifier, authorization.replace("Bearer ", ""))).toMatch(said);
  },
);

test.each([
  ["30 s behind", -30, "person"],
  ["an hour behind", -3600, "person"],
  ["30 s ahead", 30, "person"],
  ["65 s ahead", 65, null],
])("a department's clock %s of the hub's -> a reference leads to %s", (_what, by, key) => {
  const secrets = ["a-secret-of-thirty-two-characters"];
  const reference = new SealedReferences(secrets, "keys").seal("Person", "person", CALLER);
  const there = new SealedReferences(secrets, "keys", ahead(by));
  expect(there.unseal("Person", reference, CALLER)).toBe(key);
});

test.each([3600, -3600])("the clock is set by %i s -> a deadline stays where it was", (by) => {
  const { now } = Date;
  const deadline = deadlineIn(10_000);
  Date.now = () => now() + by * 1000;
  try {
    expect(deadline.signal.aborted).toBe(false);
    expect(deadline.remaining()).toBeGreaterThan(5000);
    expect(deadline.remaining()).toBeLessThanOrEqual(10_000);
  } finally {
    Date.now = now;
  }
});
