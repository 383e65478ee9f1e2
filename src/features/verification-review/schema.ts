import { z } from "zod";
import { isReadable, plainText } from "#kernel/plain-text.ts";
import { caseReasons, reasonsToRefuse, reviewKinds } from "./types.ts";

const id = z.uuid("not-valid");

/** Far more than any box holds; beyond it nothing is even looked at. */
const LONGEST = 5_000;

export const caseInput = z.object({ caseId: id });

/** An empty choice is none. */
const reason = z
  .union([z.literal(""), z.enum(reasonsToRefuse.first)], "choose-one")
  .optional()
  .transform((code) => code || null);

export const decisionInput = z.object({
  caseId: id,
  decision: z.enum(["verified", "refused"], "choose-one"),
  reason,
  note: z
    .string()
    .max(LONGEST, "too-long")
    .transform(plainText)
    .pipe(z.string().max(1_000, "too-long"))
    .refine(isReadable, "registration-text-unreadable")
    .optional()
    .transform((text) => text || null),
});

export const appealInput = z.object({
  statement: z
    .string("required")
    .max(LONGEST, "too-long")
    .transform(plainText)
    .pipe(z.string().min(1, "required").min(20, "appeal-too-short").max(1_000, "too-long"))
    .refine(isReadable, "registration-text-unreadable"),
});

/** The words of the addresses; whatever else stands there filters nothing. */
export const queueQuery = z.object({
  jenis: z.enum(reviewKinds).optional().catch(undefined),
  alasan: z.enum(caseReasons).optional().catch(undefined),
  milik: z.literal("saya").optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
});
