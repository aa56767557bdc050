import type { z } from "zod";
import type { Properties } from "../column-rights.js";
import type { DepartmentIdentity } from "../identity.js";
import type { GuardLimits } from "./guard.js";

/** What a department says of an HTTP JSON service that answers for its records. */
export interface HttpServiceDeclaration<Record extends z.ZodObject> {
  readonly department: DepartmentIdentity;
  /** Names the service in logs and readiness, `meal-subsidies`. */
  readonly name: string;
  /** Below `<DEPARTMENT>_SOURCE_URL`, `meal-subsidies/batch`; the same for every look-up. */
  readonly path: string;
  /** The shape of one record; what the service says beside it is dropped. */
  readonly record: Record;
  /** The body that the data first arose in; the department unless given, or unless a record says. */
  readonly originalSource?: string;
  /** ID numbers of one call at most; 100 unless given. */
  readonly maximumBatch?: number;
  /** Milliseconds for one try, within `HUB_SOURCE_TIMEOUT_MS` for all; 1000 unless given. */
  readonly timeout?: number;
  /** Bytes of one answer at most, decompressed; 2,000,000 unless given. */
  readonly maximumBytes?: number;
  /** What differs from {@link SERVICE_LIMITS}. */
  readonly limits?: Partial<GuardLimits>;
}

/** How a service is spared unless its declaration says otherwise. */
export const SERVICE_LIMITS: GuardLimits = {
  concurrency: 4,
  waiting: 64,
  failures: 5,
  restingTime: 10_000,
  retries: 2,
  firstDelay: 100,
};

/**
 * An HTTP JSON service that looks up many persons in one call:
 * `POST {"idNumbers": [a, b]}` is answered `[{"idNumber": a, "records": [{…}]}, {"idNumber": b, "records": []}]`.
 * Every number that was asked for is answered for; no records is said by an empty list, never by leaving a
 * person out.
 */
export class HttpService<Found extends object = object> {
  /** `<slug>/<name>`. */
  readonly name: string;
  readonly department: DepartmentIdentity;
  readonly path: string;
  readonly record: z.ZodObject;
  /** Names of the record's properties. */
  readonly properties: readonly string[];
  /** The same, each by its name. */
  readonly allProperties: Properties;
  readonly originalSource: string;
  readonly maximumBatch: number;
  readonly timeout: number;
  readonly maximumBytes: number;
  readonly limits: GuardLimits;
  /** A type alone: what a record holds. */
  declare readonly found: Found;

  /** @throws Error for a path that could lead elsewhere. */
  constructor(declaration: HttpServiceDeclaration<z.ZodObject>) {
    const { department, name, path, record } = declaration;
    if (!/^[\w-]+(\/[\w-]+)*$/.test(path)) throw new Error(`${path} is no plain path of a service`);
    this.name = `${department.slug}/${name}`;
    this.department = department;
    this.path = path;
    this.record = record;
    this.properties = Object.keys(record.shape);
    this.allProperties = Object.fromEntries(
      this.properties.map((property) => [property, property]),
    );
    this.originalSource = declaration.originalSource ?? department.name;
    this.maximumBatch = declaration.maximumBatch ?? 100;
    this.timeout = declaration.timeout ?? 1000;
    this.maximumBytes = declaration.maximumBytes ?? 2_000_000;
    this.limits = { ...SERVICE_LIMITS, ...declaration.limits };
  }
}

/** Declares a service in a department's folder; its address comes from configuration alone. */
export function httpService<Record extends z.ZodObject>(
  declaration: HttpServiceDeclaration<Record>,
): HttpService<z.infer<Record>> {
  return new HttpService(declaration);
}
