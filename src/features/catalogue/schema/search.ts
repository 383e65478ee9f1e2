import { z } from "zod";
import { type CourseSearch, courseSorts, type LengthRange, lengthRanges } from "../types/search.ts";
import { courseModes } from "../types.ts";

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .nullable()
  .catch(null);

const lengths = Object.keys(lengthRanges) as [LengthRange, ...LengthRange[]];

/** Reads the search from the address; what makes no sense there is ignored, so that no link is a dead end. */
export const courseSearch = z
  .object({
    cari: z.string().trim().max(100).catch(""),
    kategori: code,
    platform: code,
    lembaga: code,
    cara: z.enum(courseModes).nullable().catch(null),
    lama: z.enum(lengths).nullable().catch(null),
    rating: z.coerce.number().min(1).max(5).nullable().catch(null),
    harga: z.coerce.number().int().min(1).max(10_000_000).nullable().catch(null),
    urut: z.enum(courseSorts).nullable().catch(null),
    setelah: code,
  })
  .transform(
    ({ cari, kategori, lembaga, cara, lama, harga, urut, setelah, platform, rating }): CourseSearch => ({
      ...{ words: cari, category: kategori, platform, provider: lembaga, mode: cara, length: lama },
      ...{ rating, priceAtMost: harga, sort: urut, after: setelah },
    }),
  );

/** Up to three courses to compare, from the address; more and nonsense are ignored. */
export const comparedCourses = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .catch([])
  .transform((slugs) =>
    [...new Set(slugs)].filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug)).slice(0, MOST_COMPARED),
  );

const MOST_COMPARED = 3;
