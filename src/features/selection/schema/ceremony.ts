import { z } from "zod";
import { parseWrittenMoment } from "#kernel/written-moment.ts";

const waveId = z.uuid("not-valid");
const hex32 = z
  .string("required")
  .trim()
  .toLowerCase()
  .min(1, "required")
  .regex(/^[0-9a-f]{64}$/, "ceremony-not-64-hex");

/** A promise: of the secret that the page showed, or of one that the party made elsewhere. */
export const promiseSecretInput = z
  .object({
    waveId,
    saved: z.literal("yes", "tick-this"),
    promise: hex32,
    ownPromise: z.union([z.literal(""), hex32]).default(""),
  })
  .transform(({ ownPromise, promise, ...rest }) => ({ ...rest, promise: ownPromise || promise }));

export const announcePublicInput = z.object({
  waveId,
  source: z.string("required").trim().min(20, "ceremony-source-too-short").max(300, "too-long"),
  knownAt: z
    .string("required")
    .trim()
    .min(1, "required")
    .transform((text, context) => {
      const moment = parseWrittenMoment(text);
      if (moment) return moment;
      context.addIssue({ code: "custom", message: "ceremony-moment-not-valid" });
      return z.NEVER;
    }),
});

export const showSecretInput = z.object({
  waveId,
  value: hex32.transform((hex) =>
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  ),
});

export const showPublicInput = z.object({
  waveId,
  value: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(200, "too-long")
    .transform((text) => new TextEncoder().encode(text)),
});
