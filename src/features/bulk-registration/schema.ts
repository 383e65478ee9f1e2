import { z } from "zod";
import { columns } from "./types.ts";

/** Bytes of a list that are taken at most. */
const FILE_BYTES = 10 * 1024 * 1024;

export const fileInput = z.object({
  list: z
    .instanceof(File, { message: "bulk-file-missing" })
    .refine((file) => file.size > 0, "bulk-file-missing")
    .refine((file) => file.size <= FILE_BYTES, "bulk-file-too-large"),
  consentDeclared: z.literal("yes", "bulk-consent-undeclared"),
});

export const undoInput = z.object({
  bulkFileId: z.uuid("not-valid"),
  confirmed: z.literal("yes", "tick-this"),
});

/** As a row keeps them. */
export const keptReasons = z.array(
  z.object({
    column: z.enum(columns).nullable(),
    code: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
);

/** What a row says besides the form: how to reach the person, and that they agreed. */
export const rowAdditions = z.object({
  email: z.string().trim().toLowerCase().max(254, "too-long").pipe(z.email("email-shape")).optional(),
  consent: z.literal("yes", "bulk-consent-missing"),
});
