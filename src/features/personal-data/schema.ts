import { z } from "zod";

/** The word in capitals, so that nobody erases an account by a slip. */
export const erasureInput = z.object({
  word: z.string("required").trim().pipe(z.literal("HAPUS", "erasure-word")),
  password: z.string("required").min(1, "required").max(1_000, "too-long"),
});
