import { ageOn, type Day } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { EntryRefusal } from "../refusals.ts";
import type { EligibilityFacts, EligibilityRules } from "../types.ts";

/**
 * Whether a person may be drawn (programme rules, sections 2 and 5). The age is that of the day on which the wave
 * closes. One reason is given: the first of this order. The freeze says the same in SQL for a whole wave at once.
 */
export function decideEligibility(
  person: EligibilityFacts,
  rules: EligibilityRules,
  closingDay: Day,
): Result<void, EntryRefusal> {
  if (person.excluded) return refuse({ code: "entry-excluded" });
  if (!person.verified || !person.birth || !person.hasFamilyCard)
    return refuse({ code: "entry-data-mismatch" });
  if (person.recipient) return refuse({ code: "entry-already-recipient" });
  if (person.blacklisted) return refuse({ code: "entry-blacklisted" });
  if (person.excludedOccupation) return refuse({ code: "entry-excluded-occupation" });
  if (person.inEducation) return refuse({ code: "entry-in-education" });
  if (rules.excludesOtherAid && person.otherAid) return refuse({ code: "entry-other-aid" });
  const age = ageOn(person.birth, closingDay);
  if (age < rules.minimumAge) return refuse({ code: "entry-under-age" });
  if (rules.maximumAge !== null && age > rules.maximumAge) return refuse({ code: "entry-over-age" });
  if (person.familyRecipients >= rules.recipientsPerFamilyCard)
    return refuse({ code: "entry-family-card-full" });
  return ok();
}

/** Laid-off workers go first (programme rules, sections 3 and 5). */
export function priorityOf(person: Pick<EligibilityFacts, "laidOff">): number {
  return person.laidOff ? 0 : 1;
}
