import { z } from "zod";
import { caseReasons, reasonsToRefuse, reviewKinds } from "./types.ts";

const id = z.uuid("not-valid");

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
    .trim()
    .max(1_000, "too-long")
    .optional()
    .transform((text) => text || null),
});

export const appealInput = z.object({
  statement: z.string("required").trim().min(20, "appeal-too-short").max(1_000, "too-long"),
});

/** The words of the addresses; whatever else stands there filters nothing. */
export const queueQuery = z.object({
  jenis: z.enum(reviewKinds).optional().catch(undefined),
  alasan: z.enum(caseReasons).optional().catch(undefined),
  milik: z.literal("saya").optional().catch(undefined),
  setelah: z.uuid().optional().catch(undefined),
});
