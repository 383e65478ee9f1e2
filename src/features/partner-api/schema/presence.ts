import { z } from "zod";

const state = z.uuid("not-valid");

export const presenceState = z.object({ state });
export const presenceDigits = z.object({
  state,
  digits: z
    .string("required")
    .transform((text) => text.replace(/\D/g, ""))
    .pipe(z.string().min(1, "required").length(6, "code-shape")),
});
