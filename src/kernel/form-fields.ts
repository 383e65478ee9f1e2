import { z } from "zod";

/** An e-mail address as somebody types it, kept in lower case. */
export const emailAddress = z
  .string("required")
  .trim()
  .toLowerCase()
  .min(1, "required")
  .max(254, "too-long")
  .pipe(z.email("email-shape"));

/** Six digits of a code, whatever gaps were typed between them. */
export const sixDigits = z
  .string("required")
  .transform((text) => text.replace(/\s/g, ""))
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^\d{6}$/, "code-shape"),
  );
