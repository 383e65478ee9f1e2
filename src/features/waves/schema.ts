import { z } from "zod";
import { addSeconds, parseDay, startOfDay } from "#kernel/calendar.ts";

const count = z.int().min(0);

/** The parameters as a scheme's row keeps them. */
export const schemeParameters = z.object({
  minimumAge: count,
  maximumAge: count.nullable(),
  excludesOtherAid: z.boolean(),
  recipientsPerFamilyCard: z.int().min(1).max(2),
  trainingBalance: count,
  jobSearchIncentive: count,
  jobSearchPayments: count,
  surveyIncentive: count,
  surveyDays: z.array(count),
  surveyOpenDays: count,
  daysToFirstPurchase: count,
  daysToNextPurchase: count.nullable(),
  daysToFinish: count,
  daysBetweenPayments: count,
  testGatePercent: z.number().min(0).max(100),
  testMinutes: z.int().min(1),
  testBlueprint: z.object({ numeracy: count, ordering: count, reading: count, motivation: count }),
});

export const joinWaveInput = z.object({ waveId: z.uuid("not-valid"), consent: z.literal("yes", "tick-this") });

export const waveInput = z.object({ waveId: z.uuid("not-valid"), confirmed: z.literal("yes", "tick-this") });

/** "2026-11-24T09:00", as a browser's field for day and time sends it; taken as WIB. */
const momentInWib = z
  .string("required")
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "wave-moment-not-valid")
  .transform((text, context) => {
    const day = parseDay(text.slice(0, 10));
    const [hours = 0, minutes = 0] = text.slice(11).split(":").map(Number);
    if (day && hours < 24 && minutes < 60) return addSeconds(startOfDay(day), hours * 3600 + minutes * 60);
    context.addIssue({ code: "custom", message: "wave-moment-not-valid" });
    return z.NEVER;
  });

const wholeNumber = z.string("required").trim().min(1, "required").regex(/^\d{1,9}$/, "number-only").transform(Number);

export const planWaveInput = z.object({
  number: wholeNumber.refine((number) => number > 0, "not-valid"),
  schemeCode: z.string("choose-one").min(1, "choose-one").max(10, "not-valid"),
  opensAt: momentInWib,
  closesAt: momentInWib,
  quota: wholeNumber.refine((quota) => quota > 0, "wave-quota-too-small"),
});
