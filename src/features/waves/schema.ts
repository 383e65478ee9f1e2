import { z } from "zod";

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
