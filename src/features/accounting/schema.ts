import { z } from "zod";
import { addSeconds, type Day, endOfDay, parseDay, startOfDay } from "#kernel/calendar.ts";
import { accountKinds } from "./types.ts";

/** "4.200.000" or "Rp 4200000": whole rupiah as people write them. */
const rupiahInput = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text) => text.replace(/^rp\.?\s*/i, "").replace(/[.\s]/g, ""))
  .pipe(z.string().regex(/^\d{1,15}$/, "number-only"))
  .transform(BigInt);

export const allotmentInput = z.object({
  waveId: z.uuid("choose-one"),
  amount: rupiahInput,
  confirmed: z.literal("yes", "tick-this"),
});

/** What the page of the books is asked for; what makes no sense is left out. */
export const booksSearch = z.object({
  /** The last day that counts, in WIB. */
  tanggal: z
    .string()
    .transform((text) => parseDay(text))
    .nullable()
    .catch(null),
  gelombang: z.coerce.number().int().min(1).max(999_999_999).nullable().catch(null),
  skema: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,10}$/)
    .nullable()
    .catch(null),
});

/** Which account, until when: "2026-11-24" and "09.30" in WIB. */
export const accountSearch = z.object({
  jenis: z.enum(accountKinds).nullable().catch(null),
  pemilik: z.string().trim().max(80).catch(""),
  tanggal: booksSearch.shape.tanggal,
  jam: z
    .string()
    .regex(/^([01]\d|2[0-3])[.:][0-5]\d$/)
    .nullable()
    .catch(null),
});

/** A page of the signed heads: those of before this day. */
export const headsSearch = z.object({ sebelum: booksSearch.shape.tanggal });

/** A day and perhaps a time in WIB as a moment; without a time, the day's last. */
export function momentOf(day: Day, time: string | null): Date {
  if (!time) return endOfDay(day);
  const [hours = 0, minutes = 0] = time.split(/[.:]/).map(Number);
  return addSeconds(startOfDay(day), hours * 3_600 + minutes * 60);
}
