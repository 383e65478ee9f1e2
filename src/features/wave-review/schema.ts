import { z } from "zod";
import { anomalyKinds, exclusionReasons, type SampleFilter } from "./types.ts";

const NOTE = { least: 10, most: 500 };

/** An administrator takes a person out of a wave. Numbers of people have no place in a note that stays for ever. */
export const excludeInput = z.object({
  waveId: z.uuid("not-valid"),
  participantId: z.uuid("not-valid"),
  reason: z.enum(exclusionReasons, "choose-one"),
  note: z
    .string("required")
    .trim()
    .min(NOTE.least, "review-note-too-short")
    .max(NOTE.most, "review-note-too-long")
    .refine((note) => !/\d{8}/.test(note.replaceAll(/[\s.-]/g, "")), "review-note-has-number"),
  confirmed: z.literal("yes", "tick-this"),
});

const MOST_SEED = 999_999_999;
const anomaly = z
  .templateLiteral([z.enum(anomalyKinds), ".", z.string().regex(/^[0-9a-f]{12}$/)])
  .transform((text) => {
    const [kind, mark = ""] = text.split(".");
    return { kind: z.enum(anomalyKinds).parse(kind), mark };
  });

/** What the address of a sample says; what it says wrongly, it does not say. */
export const sampleQuery = z
  .object({
    benih: z.coerce.number().int().min(1).max(MOST_SEED).nullable().catch(null).default(null),
    provinsi: z
      .string()
      .regex(/^\d\d$/)
      .nullable()
      .catch(null)
      .default(null),
    putusan: z
      .string()
      .regex(/^(eligible|entry-[a-z-]{1,30})$/)
      .nullable()
      .catch(null)
      .default(null),
    tanda: anomaly.nullable().catch(null).default(null),
  })
  .transform(({ benih, provinsi, putusan, tanda }) => ({
    seed: benih,
    filter: { province: provinsi, verdict: putusan, anomaly: tanda } satisfies SampleFilter,
  }));

export const exportFormat = z.enum(["csv", "xlsx"]);
