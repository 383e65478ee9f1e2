import { z } from "zod";
import { redeemCodeField } from "./redeem-code.ts";

const place = {
  redeem_code: redeemCodeField,
  scope: z.string().max(20).meta({ description: "tpm (tugas praktik mandiri) atau uk (unjuk keterampilan)" }),
  sequence: z.unknown().meta({ description: "1 sampai 998 untuk tpm, 999 untuk uk", type: "integer" }),
};
const file = z.string().trim().max(2_000);
/** Longest notes in characters (partner interface, limits). */
const LONGEST_NOTES = 5_000;

export const submissionInput = z.object({
  ...place,
  url_file: file.meta({ description: "Alamat https berkas tugas; diambil oleh portal" }),
});
export const feedbackInput = z.object({
  ...place,
  notes: z.string().max(LONGEST_NOTES).nullish().meta({ description: "Catatan untuk peserta, wajib diisi" }),
  url_file: file.nullish(),
});
export const taskStatusInput = z.object(place);

const taskStatus = z.int().meta({ description: "0 belum ada, 1 diproses, 2 berhasil, 3 gagal" });
const written = { redeem_code: z.string(), scope: z.enum(["tpm", "uk"]), sequence: z.int() };

export const submissionOutput = z.object({
  id: z.string(),
  ...written,
  url_file: z.string(),
  status: taskStatus,
});
export const feedbackOutput = z.object({
  id: z.string(),
  ...written,
  notes: z.string(),
  url_file: z.string().nullable(),
  status: taskStatus,
});
const stand = z.object({ ...written, status: taskStatus });
export const taskStatusOutput = z.object({ assignment: stand, feedback: stand });
