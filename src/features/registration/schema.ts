import { z } from "zod";
import { birthDateBoxes, mustHoldADay, withBirthDate } from "./schema/birth-date.ts";
import { digits, line, lines, name, phone, place } from "./schema/text.ts";
import {
  disabilities,
  educations,
  employments,
  maritalStatuses,
  STATEMENTS_VERSION,
  statedEmployments,
} from "./types.ts";

const identityFields = {
  nik: digits,
  familyCard: digits,
  ...birthDateBoxes,
  gender: z.enum(["female", "male"], "choose-one"),
};

export const identityInput = z
  .object(identityFields)
  .refine(...mustHoldADay)
  .transform(withBirthDate);

export const personalInput = z.object({
  fullName: name,
  birthPlace: place,
  motherName: name,
  phone,
});

const village = z.string("choose-from-list").regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, "choose-from-list");
const street = lines(300).refine((text) => text.length >= 5, "registration-address-short");

const idCardAddress = { villageCode: village, address: street };

export const addressInput = z.object({
  ...idCardAddress,
  /** Whether the person lives there. */
  domicile: z.enum(["same", "other"], "choose-one"),
});

export const domicileInput = z.object({ domicileVillage: village, domicileAddress: street });

export const situationInput = z.object({
  education: z.enum(educations, "choose-from-list"),
  maritalStatus: z.enum(maritalStatuses, "choose-one"),
  dependants: line(10)
    .refine((text) => /^\d+$/.test(text), "number-only")
    .transform(Number)
    .pipe(z.number().max(20, "registration-dependants-many")),
  employment: z.enum(employments, "choose-one"),
  disability: z.enum(disabilities, "choose-from-list"),
  wantedCategory: z.string("choose-from-list").regex(/^[a-z0-9-]{1,40}$/, "choose-from-list"),
  reason: lines(500).refine((text) => text.length >= 20, "registration-reason-short"),
});

const yesOrNo = z.enum(["yes", "no"], "choose-one").transform((answer) => answer === "yes");

const statementsFields = {
  employment: z.enum(statedEmployments, "choose-one"),
  excludedOccupation: yesOrNo,
  inEducation: yesOrNo,
  otherAid: yesOrNo,
  dataIsTrue: z.literal("yes", "tick-this"),
};

export const statementsInput = z
  .object(statementsFields)
  .transform((answers) => ({ ...answers, version: STATEMENTS_VERSION, dataIsTrue: true }));

/** As the row keeps it. */
export const keptStatements = z.object({
  version: z.literal(STATEMENTS_VERSION),
  employment: z.enum(statedEmployments),
  excludedOccupation: z.boolean(),
  inEducation: z.boolean(),
  otherAid: z.boolean(),
  dataIsTrue: z.boolean(),
});

const { employment: statedEmployment, ...otherStatements } = statementsFields;

/** What may stay empty; what is written there is judged by the field, with the field's own words. */
function orNothing<Field extends z.ZodType>(field: Field) {
  return z.preprocess((text) => (text === "" ? undefined : text), field.optional()).optional();
}

/**
 * The whole form at once, from strings, for an office that types it for somebody; the phone may be missing, and a
 * domicile is only given where it is not the address of the KTP. The employment of the statements is
 * "statedEmployment" here, because the situation asks for one too.
 */
export const wholeFormInput = z
  .object({
    ...identityFields,
    ...personalInput.shape,
    phone: orNothing(phone),
    ...idCardAddress,
    domicileVillage: orNothing(village),
    domicileAddress: orNothing(street),
    ...situationInput.shape,
    ...otherStatements,
    statedEmployment,
  })
  .refine(...mustHoldADay)
  .refine((form) => !form.domicileAddress || form.domicileVillage, {
    message: "choose-from-list",
    path: ["domicileVillage"],
  })
  .refine((form) => !form.domicileVillage || form.domicileAddress, {
    message: "required",
    path: ["domicileAddress"],
  })
  .transform(withBirthDate)
  .transform(({ domicileVillage, domicileAddress, ...form }) => ({
    ...form,
    domicile:
      domicileVillage && domicileAddress ? { villageCode: domicileVillage, address: domicileAddress } : null,
  }))
  .transform(({ statedEmployment: employment, excludedOccupation, inEducation, otherAid, ...form }) => ({
    ...form,
    statements: {
      version: STATEMENTS_VERSION,
      employment,
      excludedOccupation,
      inEducation,
      otherAid,
      dataIsTrue: true,
    },
  }));
export type WholeForm = z.output<typeof wholeFormInput>;

export const phoneInput = z.object({ phone });

export const phoneChannelInput = z.object({ channel: z.enum(["sms", "email"], "choose-one") });

export const phoneCodeInput = z.object({
  digits: z
    .string("required")
    .max(100, "code-shape")
    .transform((text) => text.replace(/\D/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "code-shape")),
});

/** Bytes of a photo that are taken at most. */
const PHOTO_BYTES = 10 * 1024 * 1024;

export const photoInput = z.object({
  photo: z
    .instanceof(File, { message: "registration-photo-missing" })
    .refine((file) => file.size > 0, "registration-photo-missing")
    .refine((file) => file.size <= PHOTO_BYTES, "registration-photo-too-large"),
});

export const submitInput = z.object({});
