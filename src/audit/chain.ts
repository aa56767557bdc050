import { canonicalText, type AuditEntry } from "./audit-entry.js";
import { hashOf, isHashAlgorithm, type HashAlgorithm } from "./hash-algorithm.js";

/** A place in the chain. */
export interface ChainPosition {
  /** From 1; 0 is before the first record. */
  readonly sequence: number;
  /** In hexadecimal. */
  readonly hash: string;
}

/** Before the first record. */
export const CHAIN_START: ChainPosition = { sequence: 0, hash: "0".repeat(64) };

/** A record without what it says: enough to prove what stands before and after it. */
export interface ChainLink extends ChainPosition {
  /** Of this record's two hashes. */
  readonly algorithm: HashAlgorithm;
  /** Hash of the record before. */
  readonly previous: string;
  /** Hash of the entry's canonical text. */
  readonly digest: string;
}

/** An entry in its place. */
export interface ChainRecord extends Omit<ChainLink, "digest"> {
  readonly entry: AuditEntry;
}

/** The record that follows `head`. */
export function follow(
  head: ChainPosition,
  algorithm: HashAlgorithm,
  entry: AuditEntry,
): ChainRecord {
  const hash = linkHash(algorithm, head.hash, digestOf(algorithm, entry));
  return { sequence: head.sequence + 1, algorithm, previous: head.hash, hash, entry };
}

/** The link that a stored record makes, right or wrong; its digest is empty for an unknown algorithm. */
export function linkOf({ entry, ...place }: ChainRecord): ChainLink {
  const known = isHashAlgorithm(place.algorithm);
  return { ...place, digest: known ? digestOf(place.algorithm, entry) : "" };
}

/** Whether a link's hash is the one of its own parts; what stands before it is not asked. */
export function isConsistent({ algorithm, previous, digest, hash }: ChainLink): boolean {
  return isHashAlgorithm(algorithm) && linkHash(algorithm, previous, digest) === hash;
}

/** The hash of a record: of the hash before it and its entry's digest, 32 bytes each. */
export function linkHash(algorithm: HashAlgorithm, previous: string, digest: string): string {
  return hashOf(algorithm, Buffer.from(previous, "hex"), Buffer.from(digest, "hex"));
}

function digestOf(algorithm: HashAlgorithm, entry: AuditEntry): string {
  return hashOf(algorithm, canonicalText(entry));
}
