import { z } from "zod";

/** A report on its way to the owner of the record. */
export const issueReport = z.strictObject({
  /** The disputed record, sealed for this caller. */
  record: z.string(),
  /** Null where the record shows no value. */
  valueSeen: z.string().nullable(),
  shouldBe: z.string(),
  /** References of documents. */
  evidence: z.array(z.string()),
});
export type IssueReport = z.infer<typeof issueReport>;

/** What closes an issue: the owner corrected the record or stands by it, or the reporter withdraws. */
export const issueAnswer = z.strictObject({
  id: z.string(),
  outcome: z.enum(["CORRECTED", "CONFIRMED", "WITHDRAWN"]),
  explanation: z.string(),
});
export type IssueAnswer = z.infer<typeof issueAnswer>;

/** What a list of issues is narrowed to; all that is given must hold. */
export const issueFilter = z.strictObject({
  id: z.string().nullish(),
  state: z.enum(["OPEN", "CORRECTED", "CONFIRMED", "WITHDRAWN"]).nullish(),
  coordinate: z.string().nullish(),
  overdue: z.boolean().nullish(),
  /** Those that the caller reported, or those that it is to answer. */
  standing: z.enum(["REPORTER", "OWNER"]).nullish(),
});
export type IssueFilter = z.infer<typeof issueFilter>;

/** A page of issues, the latest first. */
export const issueQuestion = z.strictObject({
  filter: issueFilter,
  first: z.number().int().min(1),
  /** The issue that the page comes after; null for the first page. */
  after: z.strictObject({ reportedAt: z.string(), id: z.string() }).nullable(),
});
export type IssueQuestion = z.infer<typeof issueQuestion>;

/** An issue as one caller may see it. */
export interface ShownIssue {
  readonly id: string;
  /** Official name of the owner. */
  readonly department: string;
  readonly coordinate: string;
  readonly state: IssueAnswer["outcome"] | "OPEN";
  readonly reporter: string;
  readonly reportedBy: string;
  readonly reportedAt: string;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  /** Whether what follows is kept back: the caller may not read the field. */
  readonly withheld: boolean;
  readonly householdId: string | null;
  readonly maskedIdNumber: string | null;
  readonly valueSeen: string | null;
  readonly shouldBe: string | null;
  readonly evidence: readonly string[] | null;
  readonly explanation: string | null;
  /** How the owner's register knows the record; null for everybody else. */
  readonly idNumber: string | null;
  readonly recordKey: string | null;
  readonly history: readonly {
    readonly at: string;
    readonly kind: IssueAnswer["outcome"] | "REPORTED";
    readonly by: string;
  }[];
}

/** Issues of one department, and how many match in all. */
export interface IssuePage {
  readonly issues: readonly ShownIssue[];
  readonly total: number;
}
