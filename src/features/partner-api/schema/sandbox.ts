import { z } from "zod";

/** What a training code went through. */
export const sandboxState = z.object({
  redeemedAt: z.iso.datetime().nullable().default(null),
  present: z.array(z.int()).default([]),
  /** "assignment:tpm:1" -> 1 pending, 2 success, 3 failed. */
  tasks: z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3)])).default({}),
});
