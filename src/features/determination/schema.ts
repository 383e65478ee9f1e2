import { z } from "zod";

export const waveCommandInput = z.object({
  waveId: z.uuid("not-valid"),
  confirmed: z.literal("yes", "tick-this"),
});

const words = z.string("required").trim().min(20, "objection-too-short").max(2_000, "too-long");

export const fileObjectionInput = z.object({ waveId: z.uuid("not-valid"), text: words });

export const answerObjectionInput = z.object({
  waveId: z.uuid("not-valid"),
  participantId: z.uuid("not-valid"),
  outcome: z.enum(["upheld", "rejected"], "choose-one"),
  answer: words,
});

const rupiah = z.int().min(0);

const fixedParameters = z.object({
  recipientsPerFamilyCard: z.int().min(1).max(2),
  trainingBalance: rupiah,
  jobSearchIncentive: rupiah,
  jobSearchPayments: z.int().min(0),
  surveyIncentive: rupiah,
  surveyDays: z.array(z.int().min(0)),
});

/**
 * The part of a wave's fixed parameters that determination needs: the limit of succession, and what a place costs in
 * rupiah. Throws on a wave that was never opened.
 */
export function schemeParametersOf(parameters: unknown): z.output<typeof fixedParameters> {
  return fixedParameters.parse(parameters);
}
