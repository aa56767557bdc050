import type { Kinship, MaritalStatus } from "../codes/code-tables.js";
import type { RandomStream } from "./random-stream.js";

/** What kind of family lives together. */
export type FamilyShape =
  | "COUPLE"
  | "COUPLE_WITH_CHILDREN"
  | "ELDER_COUPLE"
  | "ELDER_ALONE"
  | "ELDER_NEVER_MARRIED"
  | "THREE_GENERATIONS"
  | "SINGLE_ADULT"
  | "SINGLE_PARENT"
  | "GRANDPARENTS_WITH_CHILD"
  | "PARENTS_WITH_ADULT_CHILD";

/** A person to be made: a member, an obligor living apart, or a spouse who died. */
export interface FamilySlot {
  readonly role: "MEMBER" | "OBLIGOR" | "DECEASED";
  readonly kinship: Kinship;
  readonly sex: "MALE" | "FEMALE";
  readonly age: number;
  readonly maritalStatus: MaritalStatus;
  /** Place of the spouse in the family; null where there is none in it. */
  readonly spouse: number | null;
  /** Place of the person whose surname this one bears; null: a surname of its own. */
  readonly namesake: number | null;
}

/** Draws the people of a family, the head first. */
export function drawFamily(shape: FamilyShape, stream: RandomStream): readonly FamilySlot[] {
  const family: FamilySlot[] = [];
  SHAPES[shape](family, stream);
  return family;
}

type Draw = (family: FamilySlot[], stream: RandomStream) => void;

const SHAPES: Readonly<Record<FamilyShape, Draw>> = {
  COUPLE: (family, stream) => {
    addCouple(family, stream, stream.integer(24, 58));
  },
  COUPLE_WITH_CHILDREN: (family, stream) => {
    const age = stream.integer(27, 52);
    addCouple(family, stream, age);
    addChildren(
      family,
      stream,
      age,
      stream.weighted([
        [1, 58],
        [2, 37],
        [3, 5],
      ]),
    );
  },
  ELDER_COUPLE: (family, stream) => {
    const age = stream.integer(61, 86);
    addCouple(family, stream, age);
    addChildrenElsewhere(family, stream, age);
  },
  ELDER_ALONE: (family, stream) => {
    const age = stream.integer(63, 92);
    const widowed = stream.chance(0.85);
    const sex = stream.chance(0.6) ? "FEMALE" : "MALE";
    add(family, { sex, age, maritalStatus: widowed ? "WIDOWED" : "DIVORCED" });
    addChildrenElsewhere(family, stream, age);
    if (widowed && stream.chance(0.3)) {
      add(family, {
        role: "DECEASED",
        kinship: "SPOUSE",
        sex: sex === "MALE" ? "FEMALE" : "MALE",
        age: age + stream.integer(-2, 3),
        maritalStatus: "MARRIED",
      });
    }
  },
  ELDER_NEVER_MARRIED: (family, stream) => {
    const sex = stream.chance(0.9) ? "MALE" : "FEMALE";
    add(family, { sex, age: stream.integer(61, 85) });
  },
  THREE_GENERATIONS: (family, stream) => {
    const age = stream.integer(30, 48);
    addCouple(family, stream, age);
    addChildren(
      family,
      stream,
      age,
      stream.weighted([
        [1, 60],
        [2, 40],
      ]),
    );
    const elderAge = age + stream.integer(23, 29);
    const both = stream.chance(0.65);
    const maritalStatus = both ? "MARRIED" : "WIDOWED";
    const mother = family.length;
    const father = both ? mother + 1 : null;
    const elder = { age: elderAge, maritalStatus, kinship: "MOTHER", sex: "FEMALE" } as const;
    add(family, { ...elder, spouse: father });
    if (father !== null) {
      add(family, {
        ...elder,
        kinship: "FATHER",
        sex: "MALE",
        age: elderAge + 2,
        spouse: mother,
        namesake: 0,
      });
    }
  },
  SINGLE_ADULT: (family, stream) => {
    const age = stream.integer(26, 59);
    const maritalStatus = stream.chance(0.3) ? "DIVORCED" : "NEVER_MARRIED";
    add(family, { sex: stream.chance(0.75) ? "MALE" : "FEMALE", age, maritalStatus });
  },
  SINGLE_PARENT: (family, stream) => {
    const age = stream.integer(28, 50);
    const maritalStatus = stream.chance(0.7) ? "DIVORCED" : "WIDOWED";
    add(family, { sex: stream.chance(0.7) ? "FEMALE" : "MALE", age, maritalStatus });
    addChildren(
      family,
      stream,
      age,
      stream.weighted([
        [1, 75],
        [2, 25],
      ]),
    );
  },
  GRANDPARENTS_WITH_CHILD: (family, stream) => {
    const age = stream.integer(61, 74);
    addCouple(family, stream, age);
    const childAge = stream.integer(4, Math.min(15, age - 50));
    add(family, {
      kinship: "GRANDCHILD",
      sex: stream.chance(0.5) ? "MALE" : "FEMALE",
      age: childAge,
      namesake: 0,
    });
    const parentAge = childAge + stream.integer(23, 27);
    add(family, { role: "OBLIGOR", kinship: "SON", sex: "MALE", age: parentAge, namesake: 0 });
  },
  PARENTS_WITH_ADULT_CHILD: (family, stream) => {
    const childAge = stream.integer(22, 38);
    const age = childAge + stream.integer(24, 29);
    addCouple(family, stream, age);
    const sex = stream.chance(0.6) ? "MALE" : "FEMALE";
    add(family, { kinship: sex === "MALE" ? "SON" : "DAUGHTER", sex, age: childAge, namesake: 0 });
  },
};

function add(
  family: FamilySlot[],
  slot: Pick<FamilySlot, "sex" | "age"> & Partial<FamilySlot>,
): void {
  family.push({
    role: "MEMBER",
    kinship: "HEAD",
    maritalStatus: "NEVER_MARRIED",
    spouse: null,
    namesake: null,
    ...slot,
  });
}

/** A married couple at the beginning of a family: he is the head in four of five. */
function addCouple(family: FamilySlot[], stream: RandomStream, age: number): void {
  const maleHead = stream.chance(0.8);
  const maritalStatus = "MARRIED";
  const sex = maleHead ? "MALE" : "FEMALE";
  const difference = stream.integer(0, 4);
  add(family, { sex, age, maritalStatus, spouse: 1 });
  add(family, {
    kinship: maleHead ? "WIFE" : "HUSBAND",
    sex: maleHead ? "FEMALE" : "MALE",
    age: maleHead ? Math.max(22, age - difference) : age + difference,
    maritalStatus,
    spouse: 0,
  });
}

/** Children below 23 at home, three years or more apart, the eldest born when the parent was about 26. */
function addChildren(
  family: FamilySlot[],
  stream: RandomStream,
  parentAge: number,
  count: number,
): void {
  let age = Math.min(22, parentAge - stream.integer(24, 28));
  for (let child = 0; child < count && age >= 1; child += 1) {
    const sex = stream.chance(0.52) ? "MALE" : "FEMALE";
    add(family, { kinship: sex === "MALE" ? "SON" : "DAUGHTER", sex, age, namesake: 0 });
    age -= stream.integer(3, 6);
  }
}

/** One to three grown-up children who live apart and owe support (赡养). */
function addChildrenElsewhere(family: FamilySlot[], stream: RandomStream, elderAge: number): void {
  const count = stream.weighted([
    [1, 45],
    [2, 40],
    [3, 15],
  ]);
  let age = elderAge - stream.integer(23, 27);
  for (let child = 0; child < count; child += 1) {
    const sex = stream.chance(0.5) ? "MALE" : "FEMALE";
    const kinship = sex === "MALE" ? "SON" : "DAUGHTER";
    const maritalStatus = "MARRIED";
    add(family, { role: "OBLIGOR", kinship, sex, age, maritalStatus, namesake: 0 });
    age -= stream.integer(2, 4);
  }
}
