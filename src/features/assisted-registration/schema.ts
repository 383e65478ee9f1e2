import { z } from "zod";
import { dayOf } from "#kernel/calendar.ts";
import { onlyDigits } from "#kernel/nik.ts";
import { CONSENT_VERSION, consentMethods } from "./types.ts";

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "too-long")
  .pipe(z.union([z.literal(""), z.email("email-shape")], "email-shape"))
  .optional()
  .transform((text) => text || undefined);

/** 08..., 628... or +628..., kept as +628... (programme rules, section 3); or nothing. */
const phone = z
  .string()
  .transform((text) => text.replace(/[\s().-]/g, ""))
  .pipe(z.string().regex(/^(?:(?:\+?62|0)8[1-9]\d{7,10})?$/, "registration-phone-shape"))
  .optional()
  .transform((text) => text?.replace(/^(?:\+?62|0)/, "+62") || undefined);

const id = z.uuid("not-valid");

/** What the office adds to a person's form: consent, and an e-mail address where there is one. */
export const helpInput = z
  .object({
    email,
    consentVersion: z.coerce.number().int().min(1, "not-valid").max(CONSENT_VERSION, "not-valid"),
    consentMethod: z.enum(consentMethods, "choose-one"),
    witnessName: z.string().trim().max(120, "too-long").optional().default(""),
    consentGiven: z.literal("yes", "assist-consent-needed"),
  })
  .superRefine((help, context) => {
    if (help.consentMethod === "spoken_with_witness" && help.witnessName.length < 3)
      context.addIssue({ code: "custom", message: "assist-witness-needed", path: ["witnessName"] });
  })
  .transform(({ email, consentVersion, consentMethod, witnessName }) => ({
    email,
    consent: {
      version: consentVersion,
      method: consentMethod,
      witnessName: consentMethod === "spoken_with_witness" ? witnessName : null,
    },
  }));

/** What the office mends beside the person's form; the consent is not asked for again. */
export const correctionInput = z.object({ participantId: id, email });

/** A form that waited on an officer's device: its id makes it one person, however often it is sent. */
export const deviceRecordInput = z.object({
  id,
  officer: z.string().max(60),
  savedAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  fields: z.record(z.string().max(60), z.string().max(1_000)),
});

export const personInput = z.object({ participantId: id });

export const documentInput = z.object({
  participantId: id,
  kind: z.enum(["id_card", "selfie"], "not-valid"),
});

export const takeOverCodeInput = z.object({
  participantId: id,
  channel: z.enum(["sms", "email", "paper"], "choose-one"),
});

const datePart = z.string().trim().max(4).optional().default("");

/** Who somebody says to be who takes their account over. */
const claimShape = z.object({
  nik: z.string("required").transform(onlyDigits).pipe(z.string().min(1, "required").max(40, "too-long")),
  "birthDate-day": datePart,
  "birthDate-month": datePart,
  "birthDate-year": datePart,
});

type ClaimFields = z.output<typeof claimShape>;

function withBirthDate<Fields extends ClaimFields>(fields: Fields, context: z.core.$RefinementCtx) {
  const { "birthDate-day": day, "birthDate-month": month, "birthDate-year": year, ...rest } = fields;
  const birthDate = /^\d{4}$/.test(year) ? dayOf(Number(year), Number(month), Number(day)) : null;
  if (birthDate) return { ...rest, birthDate };
  context.addIssue({ code: "custom", message: "registration-birth-date-shape", path: ["birthDate"] });
  return z.NEVER;
}

export const takeOverRequestInput = claimShape.transform(withBirthDate);

export const takeOverInput = claimShape
  .extend({
    code: z
      .string("required")
      .transform(onlyDigits)
      .pipe(z.string().regex(/^\d{6}$/, "code-shape")),
    email,
    phone,
  })
  .transform(withBirthDate);
