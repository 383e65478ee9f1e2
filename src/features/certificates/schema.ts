import { z } from "zod";

/** The code as it stands on the paper; people type it with spaces, dashes and small letters. */
export const certificateCode = z
  .string()
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ""))
  .pipe(z.string().regex(/^[2-9A-HJ-NP-Z]{12}$/, "certificate-code-shape"));
