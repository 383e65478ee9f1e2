import { z } from "zod";
import { type InductionPart, inductionChoices, inductionParts } from "./types.ts";

export const showCardInput = z.object({});

const part = z
  .string("not-valid")
  .transform((text) => inductionParts.find((known) => String(known) === text))
  .pipe(z.custom<InductionPart>((known) => known !== undefined, "not-valid"));

export const openInductionInput = z.object({ part });
export const answerInductionInput = z.object({ part, choice: z.enum(inductionChoices, "choose-one") });

/** `/induksi/2` */
export const inductionPath = part;

/** `?tampil=1&sesudah=<id of a movement>` */
export const balancePageQuery = z.object({
  tampil: z.literal("1").optional().catch(undefined),
  sesudah: z.uuid().optional().catch(undefined),
});
