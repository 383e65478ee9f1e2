import { z } from "zod";
import { addSeconds, dayOf, startOfDay } from "#kernel/calendar.ts";

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

export const joinWaveInput = z.object({
  waveId: z.uuid("not-valid"),
  consent: z.literal("yes", "tick-this"),
});

export const waveInput = z.object({ waveId: z.uuid("not-valid"), confirmed: z.literal("yes", "tick-this") });

const written = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})[ ,]+(\d{1,2})[.:](\d{2})$/;

/** "24-11-2026 09.00", as people in Indonesia write a moment; taken as WIB. */
const momentInWib = z
  .string("required")
  .trim()
  .min(1, "required")
  .transform((text, context) => {
    const [date = 0, month = 0, year = 0, hours = 24, minutes = 0] = (written.exec(text) ?? [])
      .slice(1)
      .map(Number);
    const day = dayOf(year, month, date);
    if (day && hours < 24 && minutes < 60) return addSeconds(startOfDay(day), hours * 3600 + minutes * 60);
    context.addIssue({ code: "custom", message: "wave-moment-not-valid" });
    return z.NEVER;
  });

const wholeNumber = z
  .string("required")
  .trim()
  .min(1, "required")
  .regex(/^\d{1,9}$/, "number-only")
  .transform(Number);

export const planWaveInput = z.object({
  number: wholeNumber.refine((number) => number > 0, "not-valid"),
  schemeCode: z.string("choose-one").min(1, "choose-one").max(10, "not-valid"),
  opensAt: momentInWib,
  /** The minute that is named still counts. */
  closesAt: momentInWib.transform((moment) => addSeconds(moment, 59)),
  quota: wholeNumber.refine((quota) => quota > 0, "wave-quota-too-small"),
});
