import { z } from "zod";
import type { CourseSearch } from "./types.ts";

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .nullable()
  .catch(null);

/** Reads the search from the address; what makes no sense there is ignored, so that no link is a dead end. */
export const courseSearch = z
  .object({
    cari: z.string().trim().max(100).catch(""),
    kategori: code,
    platform: code,
    lembaga: code,
    harga: z.coerce.number().int().min(1).max(10_000_000).nullable().catch(null),
    setelah: code,
  })
  .transform(
    ({ cari, kategori, platform, lembaga, harga, setelah }): CourseSearch => ({
      words: cari,
      category: kategori,
      platform,
      provider: lembaga,
      priceAtMost: harga,
      after: setelah,
    }),
  );
