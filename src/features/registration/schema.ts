import { z } from "zod";
import { dayOf } from "#kernel/calendar.ts";
import { onlyDigits } from "#kernel/nik.ts";
import { disabilities, educations, employments, maritalStatuses, statedEmployments } from "./types.ts";

/** A number as people type it, with spaces and dots; its shape is judged by the policy. */
const number16 = z
  .string("required")
  .transform(onlyDigits)
  .pipe(z.string().min(1, "required").max(40, "too-long"));

const name = z
  .string("required")
  .trim()
  .min(1, "required")
  .min(3, "registration-name-short")
  .max(120, "too-long")
  .regex(/^[\p{L}][\p{L}\p{M} .,'’-]*$/u, "registration-name-shape");

/** Three boxes become one day. */
function withBirthDate<Fields extends Record<string, unknown>>(
  fields: Fields,
  context: z.core.$RefinementCtx,
) {
  const { "birthDate-day": day, "birthDate-month": month, "birthDate-year": year, ...rest } = fields;
  const birthDate = /^\d{4}$/.test(String(year)) ? dayOf(Number(year), Number(month), Number(day)) : null;
  if (birthDate) return { ...rest, birthDate };
  context.addIssue({ code: "custom", message: "registration-birth-date-shape", path: ["birthDate"] });
  return z.NEVER;
}

const datePart = z.string().trim().max(4).optional().default("");

export const identityInput = z
  .object({
    nik: number16,
    familyCard: number16,
    gender: z.enum(["female", "male"], "choose-one"),
    "birthDate-day": datePart,
    "birthDate-month": datePart,
    "birthDate-year": datePart,
  })
  .transform(withBirthDate);

/** 08..., 628... or +628..., kept as +628... (programme rules, section 3). */
const phone = z
  .string("required")
  .transform((text) => text.replace(/[\s().-]/g, ""))
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^(?:\+?62|0)8[1-9]\d{7,10}$/, "registration-phone-shape"),
  )
  .transform((text) => text.replace(/^(?:\+?62|0)/, "+62"));

export const personalInput = z.object({
  fullName: name,
  birthPlace: name,
  motherName: name,
  phone,
});

export const addressInput = z.object({
  villageCode: z.string("choose-from-list").regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, "choose-from-list"),
  address: z
    .string("required")
    .trim()
    .min(1, "required")
    .min(5, "registration-address-short")
    .max(300, "too-long"),
});

export const situationInput = z.object({
  education: z.enum(educations, "choose-from-list"),
  maritalStatus: z.enum(maritalStatuses, "choose-one"),
  dependants: z
    .string("required")
    .trim()
    .min(1, "required")
    .regex(/^\d+$/, "number-only")
    .transform(Number)
    .pipe(z.number().max(20, "registration-dependants-many")),
  employment: z.enum(employments, "choose-one"),
  disability: z.enum(disabilities, "choose-from-list"),
  wantedCategory: z.string("choose-from-list").min(1, "choose-from-list").max(40, "choose-from-list"),
  reason: z
    .string("required")
    .trim()
    .min(1, "required")
    .min(20, "registration-reason-short")
    .max(500, "too-long"),
});

const yesOrNo = z.enum(["yes", "no"], "choose-one").transform((answer) => answer === "yes");

export const statementsInput = z
  .object({
    employment: z.enum(statedEmployments, "choose-one"),
    excludedOccupation: yesOrNo,
    inEducation: yesOrNo,
    otherAid: yesOrNo,
    dataIsTrue: z.literal("yes", "tick-this"),
  })
  .transform((answers) => ({ ...answers, version: 1 as const, dataIsTrue: true }));

/** As the row keeps it. */
export const keptStatements = z.object({
  version: z.literal(1),
  employment: z.enum(statedEmployments),
  excludedOccupation: z.boolean(),
  inEducation: z.boolean(),
  otherAid: z.boolean(),
  dataIsTrue: z.boolean(),
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
