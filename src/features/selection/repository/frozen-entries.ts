import type { Day } from "#kernel/calendar.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { EligibilityRules } from "../types.ts";

/**
 * Keeps the facts of everybody who joined, with the verdict of the rules on them, in one statement. The database's
 * `judged_entries` says the same as `decideEligibility`; what registers hold of people counts as in `findRegisterFacts`.
 * Says how many they are.
 */
export async function insertFrozenEntries(
  tx: Transaction,
  waveId: string,
  closingDay: Day,
  rules: EligibilityRules,
): Promise<number> {
  // Without fresh statistics the planner takes a whole wave for a handful of people.
  await tx.$executeRaw`ANALYZE wave_entry`;
  const count = await tx.$executeRaw`
    INSERT INTO frozen_entry
    SELECT * FROM judged_entries(${waveId}::uuid, ${closingDay}::date, ${rules.minimumAge}::int, ${rules.maximumAge}::int,
      ${rules.excludesOtherAid}::boolean, ${rules.recipientsPerFamilyCard}::int, NULL)
    ORDER BY participant_id`;
  await tx.$executeRaw`ANALYZE frozen_entry`;
  return count;
}
