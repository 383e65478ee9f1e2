import { z } from "zod";

/** The envelope of every answer, as it is kept for a call that comes again. */
export const envelope = z.union([
  z.object({ success: z.literal(true), message: z.string(), data: z.record(z.string(), z.unknown()) }),
  z.object({ code: z.string(), message: z.string(), success: z.literal(false) }),
]);
