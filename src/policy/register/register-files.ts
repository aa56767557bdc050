import { z } from "zod";

const date = z.iso.date().nullable();
const name = z.string().regex(/^\S+$/, "must be a name without spaces");
const basisStatus = z.enum(["draft", "issued"]);
const dutyId = z.string().regex(/^[1-9][0-9]?\.[1-9][0-9]?$/, "must be item.list, such as 2.3");

/** register.json: what an import writes. */
export const registerFile = z.strictObject({
  generated: z.string(),
  document: z.strictObject({
    title: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hex digits"),
    basisStatus,
  }),
  duties: z.array(
    z.strictObject({
      id: dutyId,
      section: z.int().nonnegative(),
      item: z.int().positive(),
      list: z.int().positive(),
      title: z.string(),
      departments: z.array(name).min(1),
      validFrom: date,
      validTo: date,
      basisStatus,
      position: z.strictObject({ line: z.int().positive(), offset: z.int().nonnegative() }),
      taskDigest: z
        .string()
        .regex(/^[0-9a-f]{16}$/, "must be 16 hex digits")
        .optional(),
    }),
  ),
});

/** departments.json: official names, aliases, collectives and their members; kept by hand. */
export const departmentsFile = z.strictObject({
  departments: z.array(
    z.strictObject({
      name,
      aliases: z.array(name).default([]),
      collective: z.boolean().default(false),
      members: z.array(name).default([]),
    }),
  ),
});

/** duties.json: what each duty is for, in the project's own words; kept by hand. */
export const dutiesFile = z.strictObject({
  purposes: z.array(
    z.strictObject({
      id: dutyId,
      purposeZh: z.string().min(1),
      purposeEn: z.string().min(1),
      consentRequired: z.boolean(),
    }),
  ),
});
