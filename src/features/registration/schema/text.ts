import { z } from "zod";
import { onlyDigits } from "#kernel/nik.ts";
import { isReadable, plainLine, plainText } from "#kernel/plain-text.ts";

/** Far more than any box holds; beyond it nothing is even looked at. */
const LONGEST = 5_000;

/** One line as people type or paste it: freed of what cannot be seen, and readable. */
export function line(longest: number) {
  return typed(plainLine, longest);
}

/** The same with several lines. */
export function lines(longest: number) {
  return typed(plainText, longest);
}

function typed(clean: (text: string) => string, longest: number) {
  return z
    .string("required")
    .max(LONGEST, "too-long")
    .transform(clean)
    .pipe(z.string().min(1, "required").max(longest, "too-long"))
    .refine(isReadable, "registration-text-unreadable");
}

/** A name as on the card; one word of one letter is a name, too. */
export const name = line(120).refine(
  (text) => /^\p{L}[\p{L}\p{M} .,'’‘ʼʻ`´-]*$/u.test(text),
  "registration-name-shape",
);

/** A place as on the card: "Ogan Komering Ulu (OKU)". */
export const place = line(120).refine(
  (text) => /^[\p{L}\d][\p{L}\p{M}\d .,'’‘ʼʻ`´()/-]*$/u.test(text),
  "registration-place-shape",
);

/** A number as people type it, with spaces and dots; its shape is judged by the policy. */
export const digits = z
  .string("required")
  .max(LONGEST, "too-long")
  .transform((text) => onlyDigits(plainLine(text)))
  .pipe(z.string().min(1, "required").max(40, "too-long").regex(/^\d+$/, "number-only"));

/** 08..., 628... or +628..., kept as +628... (programme rules, section 3). */
export const phone = z
  .string("required")
  .max(LONGEST, "too-long")
  .transform((text) => plainLine(text).replace(/[\s().-]/g, ""))
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^(?:\+?62|0)8[1-9]\d{7,10}$/, "registration-phone-shape"),
  )
  .transform((text) => text.replace(/^(?:\+?62|0)/, "+62"));
