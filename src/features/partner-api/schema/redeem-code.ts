import { z } from "zod";

/** As people and systems copy it: spaces around it and small letters do not matter. */
export const redeemCodeField = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .transform((text) => text.toUpperCase())
  .meta({ description: "Kode redeem peserta, atau kode latihan berawalan PRAT-.", example: "PRAT-BARU" });

/** Judged by the rules, which have a code of their own for it. */
const sequenceField = z.unknown().meta({
  description: "Bagian pelatihan: 1 sampai 10, atau 999 untuk tes akhir. Bila tidak dikirim: 1.",
  type: "integer",
  example: 1,
});

export const redeemCodeInput = z.object({ redeem_code: redeemCodeField });
export const statusInput = z.object({ redeem_code: redeemCodeField, sequence: sequenceField.optional() });
export const presenceInput = z.object({
  redeem_code: redeemCodeField,
  redirect_uri: z.url({ protocol: /^https?$/ }).max(2_000),
  email: z.email().max(254),
  sequence: sequenceField.optional(),
});

export const statusOutput = z.object({
  redeem_code: z.string(),
  course_code: z.string(),
  invoice_code: z.string(),
  schedule_code: z.string(),
  status: z.union([z.literal(0), z.literal(1)]).meta({ description: "0 dibeli, 1 sudah dipakai" }),
  attendance_status: z.union([z.literal(0), z.literal(1)]).meta({ description: "0 belum hadir, 1 hadir" }),
  redeem_at: z.string().nullable().meta({ description: "RFC 3339 dalam UTC, atau null" }),
  dp_platform: z.string().meta({ description: "Platform digital tempat pelatihan dibeli" }),
  schedule_start_end: z.string().meta({ description: "mulai/selesai menurut ISO 8601; kosong bila mandiri" }),
  course_type: z.int().meta({ description: "1 mandiri, 2 webinar, 3 tatap muka" }),
  course_type_label: z.string(),
  course_learning_method: z.enum(["online", "offline"]),
  is_online_attendance: z.boolean(),
  sequence: z.int(),
});

export const commitOutput = z.object({
  redeem_code: z.string(),
  course_code: z.string(),
  status: z.literal(1),
});

export const presenceOutput = z.object({
  url: z.string().meta({ description: "Halaman kehadiran, berlaku 15 menit, satu kali" }),
  state: z.string(),
  course: z.object({ type: z.int(), learning_method: z.enum(["online", "offline"]) }),
});
