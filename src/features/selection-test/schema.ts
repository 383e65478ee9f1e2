import { z } from "zod";
import type { TestRules } from "./types.ts";

const count = z.int().min(0);

/** The part of a scheme's parameters that the test needs. */
const testParameters = z.object({
  testGatePercent: z.number().min(0).max(100),
  testMinutes: z.int().min(1),
  testBlueprint: z.object({ numeracy: count, ordering: count, reading: count, motivation: count }),
  /** Half as much time again unless a scheme says otherwise. */
  testExtraPercent: z.int().min(0).max(200).default(50),
});

/** Reads what a scheme says of the test. Throws when its parameters are broken. */
export function rulesOf(schemeCode: string, parameters: unknown): TestRules {
  const scheme = testParameters.parse(parameters);
  return {
    schemeCode,
    gatePercent: scheme.testGatePercent,
    minutes: scheme.testMinutes,
    blueprint: scheme.testBlueprint,
    extraPercent: scheme.testExtraPercent,
  };
}

const percent = z.number().min(0).max(100);

/** A score as it is stored with the attempt. */
export const testScore = z.object({
  numeracy: percent,
  ordering: percent,
  reading: percent,
  knowledge: percent,
  motivation: percent.nullable(),
  complete: z.boolean(),
});

export const startTestInput = z.object({ ready: z.literal("yes", "tick-this") });

export const saveAnswerInput = z.object({
  position: z.coerce.number("not-valid").int("not-valid").min(1, "not-valid").max(100, "not-valid"),
  /** The place of the chosen option; none when the person leaves the question open for now. */
  choice: z.coerce
    .number("choose-one")
    .int("choose-one")
    .min(0, "choose-one")
    .max(9, "choose-one")
    .optional(),
  go: z.enum(["next", "previous", "finish"], "not-valid").default("next"),
});

export const submitTestInput = z.object({});

const note = z.string("required").trim().min(10, "test-reason-too-short").max(300, "too-long");

export const judgeFlagInput = z.object({
  flagId: z.uuid("not-valid"),
  verdict: z.enum(["fine", "another_attempt"], "choose-one"),
  note,
});

/** What a flag points at, as it is stored with it. */
export const flagEvidence = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("same_answers"), equalWrong: count, otherAttempt: z.uuid(), others: count }),
  z.object({
    kind: z.literal("too_fast"),
    medianSeconds: z.number().min(0),
    quickRight: count,
    answered: count,
    knowledge: percent,
  }),
]);

export const grantTestInput = z.object({
  participantId: z.string("required").trim().min(1, "required").pipe(z.uuid("not-valid")),
  reason: note,
});
