import { z } from "zod";
import { dayOf } from "#kernel/calendar.ts";
import { emailAddress, sixDigits } from "#kernel/form-fields.ts";
import { onlyDigits } from "#kernel/nik.ts";
import type { Identifier } from "./types.ts";

const PHONE = /^(?:\+?62|0)8[1-9]\d{7,10}$/;

/** "E-mail atau nomor ponsel": whatever has an @ is an address. */
export const identifier = z
  .string("required")
  .trim()
  .min(1, "required")
  .max(254, "too-long")
  .transform((text, context): Identifier => {
    if (text.includes("@")) {
      const address = z.email().safeParse(text.toLowerCase());
      if (address.success) return { kind: "email", value: address.data };
    } else {
      const number = text.replace(/[\s().-]/g, "");
      if (PHONE.test(number)) return { kind: "phone", value: number.replace(/^(?:\+?62|0)/, "+62") };
    }
    context.addIssue({ code: "custom", message: "identifier-shape" });
    return z.NEVER;
  });

const password = z.string("required").min(1, "required").max(200, "too-long");
const newPassword = z.string("required").min(10, "password-short").max(200, "too-long");

/** Where the person wanted to go; only a path of this portal. */
const returnTo = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined);

/** Six digits of the app, or a recovery code; spaces and dashes are as people type them. */
const secondStepCode = z
  .string("required")
  .transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^(\d{6}|[2-9A-HJ-NP-Z]{10})$/, "second-step-shape"),
  );

export const signInInput = z.object({ identifier, password, returnTo });
export const secondStepInput = z.object({ code: secondStepCode, returnTo });

export const confirmAuthenticatorInput = z.object({ digits: sixDigits });
/** Whoever changes the lock shows both keys. */
export const proveInput = z.object({ password, code: secondStepCode });
export const nothingInput = z.object({});

/** The second step where the account has one; the page asks for it there. */
const secondStepCodeIfAny = z
  .string()
  .optional()
  .default("")
  .transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
  .pipe(z.string().regex(/^(\d{6}|[2-9A-HJ-NP-Z]{10})?$/, "second-step-shape"));

const proof = { password, code: secondStepCodeIfAny };

export const changeEmailInput = z
  .object({
    email: emailAddress,
    ...proof,
  })
  .transform(({ email, ...rest }) => ({ ...rest, contact: contactOf("email", email) }));

export const changePhoneInput = z
  .object({
    phone: z
      .string("required")
      .max(40, "phone-shape")
      .transform((text) => text.replace(/[\s().-]/g, ""))
      .pipe(z.string().min(1, "required").regex(PHONE, "phone-shape"))
      .transform((text) => text.replace(/^(?:\+?62|0)/, "+62")),
    ...proof,
  })
  .transform(({ phone, ...rest }) => ({ ...rest, contact: contactOf("phone", phone) }));

function contactOf(kind: Identifier["kind"], value: string): Identifier {
  return { kind, value };
}

export const contactCodeInput = z.object({ digits: sixDigits });

export const endSessionInput = z.object({ id: z.uuid("session-unknown") });
export const changePasswordInput = z.object({ password, newPassword });

export const requestResetInput = z.object({ identifier });
export const linkResetInput = z.object({
  tokenId: z.uuid("link-broken"),
  token: z.string().min(1, "link-broken"),
  password: newPassword,
});
export const codeResetInput = z.object({ identifier, digits: sixDigits, password: newPassword });

const datePart = z.string().trim().max(4).optional().default("");

export const recoverByNikInput = z
  .object({
    nik: z
      .string("required")
      .transform(onlyDigits)
      .pipe(
        z
          .string()
          .min(1, "required")
          .regex(/^\d{16}$/, "recovery-nik-shape"),
      ),
    "birthDate-day": datePart,
    "birthDate-month": datePart,
    "birthDate-year": datePart,
  })
  .transform(({ nik, ...parts }, context) => {
    const year = parts["birthDate-year"];
    const day = /^\d{4}$/.test(year)
      ? dayOf(Number(year), Number(parts["birthDate-month"]), Number(parts["birthDate-day"]))
      : null;
    if (day) return { nik, birthDate: day };
    context.addIssue({ code: "custom", message: "recovery-birth-date-shape", path: ["birthDate"] });
    return z.NEVER;
  });

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(4_000);
const transports = z.array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"])).max(7);

/** What a browser answers when it made a passkey. */
export const newPasskeyInput = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: transports.optional().catch(undefined),
  }),
});

/** What a browser answers when it signed a challenge with a passkey. */
export const passkeyInput = z.object({
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish().transform((handle) => handle ?? undefined),
  }),
});

export const passkeyIdInput = z.object({ id: base64url });
