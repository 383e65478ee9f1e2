import { z } from "zod";

/** Clients write codes as text or as a number; a missing one is judged by the rules, which have a code of their own for it. */
const written = z
  .union([z.string(), z.int()])
  .nullish()
  .transform((value) => String(value ?? "").trim())
  .pipe(z.string().max(200));
const required = z
  .union([z.string(), z.int()])
  .transform((value) => String(value).trim())
  .pipe(z.string().min(1).max(200));
const text = (description: string, example: string) => ({ type: "string", description, example }) as const;

const courseCode = written.meta(text("Kode pelatihan", "KRS-7Q4M2X"));
const scheduleCode = written.meta(text("Kode jadwal", "JDW-7Q4M2X"));
const invoiceCode = required.meta(text("Kode invoice dari platform", "INV-2026-0001"));
const transactionCode = required.meta(text("Kode transaksi dari portal", "TRX-7Q4M2X9KPLAB"));
/** Rupiah, whole; some libraries write it as text or with ".0". */
const amount = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.0+)?$/)
      .transform(Number),
  ])
  .pipe(z.int().positive().max(1_000_000_000))
  .meta({ type: "integer", description: "Harga dalam rupiah", example: 450000 });

export const quotaInput = z.object({ course_code: courseCode, schedule_code: scheduleCode });
export const quotaOutput = z.object({
  schedule_code: z.string(),
  course_code: z.string(),
  quota: z.int().min(0).meta({ description: "Kursi yang masih tersedia" }),
});

export const sendOtpInput = z.object({
  prakerja_id: required
    .transform((digits) => digits.replace(/[\s-]/g, ""))
    .meta(text("Nomor kartu Prakerja, 16 angka", "1234567890123456")),
  user_platform_id: required.meta(text("Nomor pengguna di platform", "pengguna-17")),
  course_code: courseCode,
  schedule_code: scheduleCode,
  amount,
});
export const sendOtpOutput = z.object({
  payment_token: z.string().meta({ description: "Dipakai di header Authorization: Payment <token>" }),
  expires_at: z.string().meta({ description: "Batas OTP dan token, RFC 3339 dalam UTC" }),
});

export const authorizeInput = z.object({
  otp: required
    .transform((digits) => digits.replace(/\s/g, "").padStart(6, "0"))
    .meta(text("Enam angka yang diterima peserta", "123456")),
  invoice_url: z
    .string()
    .max(2_000)
    .nullish()
    .meta({ ...text("Alamat invoice di platform", "https://platform.example/invoice/1") }),
  invoice_code: invoiceCode,
});
const paymentFacts = {
  invoice_code: z.string(),
  transaction_code: z.string(),
  amount: z.int().meta({ description: "Rupiah" }),
  status: z.enum(["SUCCESS", "VOID"]),
  prakerja_name: z.string(),
};
export const authorizeOutput = z.object(paymentFacts);
export const paymentStatusInput = z.object({ invoice_code: invoiceCode });
export const paymentStatusOutput = z.object({
  created_at: z.string().meta({ description: "RFC 3339 dalam UTC" }),
  ...paymentFacts,
});
export const voidInput = z.object({ invoice_code: invoiceCode, transaction_code: transactionCode });
export const voidOutput = z.object({ ...paymentFacts });
