import { z } from "zod";
import { emailAddress, sixDigits } from "#kernel/form-fields.ts";
import type { Contact } from "./types.ts";

const email = emailAddress;

/** 08..., 628... or +628..., kept as +628... (programme rules, section 3). */
const phone = z
  .string("required")
  .transform((text) => text.replace(/[\s().-]/g, ""))
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^(?:\+?62|0)8[1-9]\d{7,10}$/, "phone-shape"),
  )
  .transform((text) => text.replace(/^(?:\+?62|0)/, "+62"));

const displayName = z
  .string("required")
  .trim()
  .min(2, "name-short")
  .max(100, "too-long")
  .regex(/^\p{L}[\p{L}\p{M} .,'’-]*$/u, "name-shape");

/** How long a password is; how hard to guess is judged later. */
export const newPassword = z.string("required").min(10, "password-short").max(200, "too-long");

const person = z.object({ displayName, password: newPassword });

export const signUpByEmailInput = person
  .extend({ email })
  .transform(({ email, ...rest }) => ({ ...rest, contact: byEmail(email) }));
export const signUpByPhoneInput = person
  .extend({ phone })
  .transform(({ phone, ...rest }) => ({ ...rest, contact: byPhone(phone) }));

export const changeToEmailInput = z.object({ email }).transform(({ email }) => byEmail(email));
export const changeToPhoneInput = z.object({ phone }).transform(({ phone }) => byPhone(phone));

export const settleAddressInput = z.object({ choice: z.enum(["suggested", "typed"], "choose-one") });
export const emailOnlyInput = z.object({ email });
export const nothingInput = z.object({});

export const codeInput = z.object({ digits: sixDigits });

export const linkInput = z.object({
  codeId: z.uuid("link-broken"),
  token: z.string().min(1, "link-broken"),
});

function byEmail(value: string): Contact {
  return { kind: "email", value };
}

function byPhone(value: string): Contact {
  return { kind: "phone", value };
}
