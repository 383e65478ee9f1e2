import { z } from "zod";
import { emailAddress } from "#kernel/form-fields.ts";

const line = (longest: number) =>
  z
    .string("required")
    .trim()
    .transform((text) => text.replace(/\s+/g, " "))
    .pipe(z.string().min(1, "required").max(longest, "too-long"));

const name = line(120).pipe(
  z
    .string()
    .min(3, "partner-name-shape")
    .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,&'’()/-]*$/u, "partner-name-shape"),
);
const personName = line(100).pipe(z.string().regex(/^\p{L}[\p{L}\p{M} .,'’-]+$/u, "person-name-shape"));
const city = line(80).pipe(z.string().regex(/^\p{L}[\p{L}\p{M} .,'’()-]+$/u, "city-shape"));
/** Paragraphs may stand, empty ends may not. */
const words = (shortest: number, longest: number) =>
  z.string("required").trim().min(1, "required").min(shortest, "about-short").max(longest, "too-long");

export const ABOUT_LENGTH = { min: 40, max: 1_000 } as const;
const about = words(ABOUT_LENGTH.min, ABOUT_LENGTH.max);

/** A public site of the organisation; empty means none. */
const website = z
  .string()
  .trim()
  .max(200, "too-long")
  .default("")
  .transform((text) => (text === "" ? null : text))
  .pipe(
    z
      .url({ protocol: /^https?$/, hostname: /^(?!localhost$)[^.].*\.[a-z]{2,}$/i, error: "website-shape" })
      .nullable(),
  );

/** A business number (NIB) or the number of a deed, as it is printed; compared in capitals without spaces. */
const legalNumber = z
  .string("required")
  .transform((text) => text.replace(/\s+/g, "").toUpperCase())
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^[A-Z0-9][A-Z0-9./-]{4,49}$/, "legal-number-shape"),
  );

export const applyInput = z.object({
  kind: z.enum(["provider", "platform"], "choose-one"),
  name,
  city,
  about,
  contactName: personName,
  email: emailAddress,
  legalNumber,
  website,
});

export const proveContactInput = z.object({
  applicationId: z.uuid("link-broken"),
  token: z.string().min(1, "link-broken").max(100, "link-broken"),
});

export const REASON_LENGTH = { min: 10, max: 1_000 } as const;

export const decideInput = z.object({
  applicationId: z.uuid("not-valid"),
  decision: z.enum(["approve", "refuse"], "choose-one"),
  reason: z
    .string("required")
    .trim()
    .min(1, "required")
    .min(REASON_LENGTH.min, "reason-short")
    .max(REASON_LENGTH.max, "too-long"),
});

export const profileInput = z.object({ aboutId: about, aboutEn: about, website });

const client = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "not-valid");
export const clientInput = z.object({ client });
export const nothingInput = z.object({});
/** Ticked on purpose: a client that is revoked does not come back. */
export const revokeInput = z.object({ client, sure: z.literal("1", "tick-this") });

const RETURNS = 10;
export const addressesInput = z.object({
  client,
  /** One a line. */
  redirectUris: z
    .string()
    .max(6_000, "too-long")
    .default("")
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .pipe(z.array(z.string()).max(RETURNS, "redirects-many")),
  webhookUrl: z
    .string()
    .trim()
    .max(500, "too-long")
    .default("")
    .transform((text) => text || null),
});

export const feedbackInput = z.object({
  taskId: z.uuid("not-valid"),
  notes: z.string("required").trim().min(1, "required").min(10, "feedback-short").max(5_000, "too-long"),
});
