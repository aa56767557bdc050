import type { Database } from "../../database/database.js";
import { BatchPersons } from "../../sealing/batch-persons.js";
import { rememberPersons } from "../../sealing/known-persons.js";
import type { Sealing } from "../../sealing/sealing.js";
import type { ConsentApplication } from "./check-application.js";
import type { ConsentVersion } from "./consent-versions.js";

/** What a version of a consent says, persons by their keys. */
export type ConsentTerms = Pick<
  ConsentVersion,
  | "person"
  | "householdId"
  | "membership"
  | "division"
  | "signer"
  | "signerRelation"
  | "duties"
  | "validFrom"
  | "validTo"
>;

/** The terms of an application as they rest; the ID numbers in it are kept apart, sealed. */
export async function consentTerms(
  database: Database,
  sealing: Sealing,
  application: ConsentApplication,
): Promise<ConsentTerms> {
  const { idNumber, signerIdNumber, membership, householdId, validTo, ...rest } = application;
  const persons = new BatchPersons(sealing);
  const terms = {
    person: persons.keyOf(idNumber),
    signer: persons.keyOf(signerIdNumber),
    membership: membership?.map((member) => persons.keyOf(member)) ?? null,
    householdId: householdId ?? null,
    division: rest.division,
    signerRelation: rest.signerRelation,
    duties: [...rest.duties],
    validFrom: rest.validFrom,
    validTo: validTo ?? null,
  };
  await rememberPersons(database, sealing, persons.numbers);
  return terms;
}
