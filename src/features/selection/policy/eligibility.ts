import { ageOn, type Day } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { EntryRefusal } from "../refusals.ts";
import type { Applicant, DrawOutcome, EligibilityRules } from "../types.ts";

type EligibilityFacts = Omit<
  Applicant,
  "participantId" | "gender" | "provinceCode" | "laidOff" | "status" | "reason"
>;

/**
 * Whether a person may be drawn (programme rules, sections 2 and 5). The age is that of the day on which the wave
 * closes. One reason is given: the first of this order.
 */
export function decideEligibility(
  person: EligibilityFacts,
  rules: EligibilityRules,
  closingDay: Day,
): Result<void, EntryRefusal> {
  if (!person.verified || !person.birth || person.familyCard === "")
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
export function priorityOf(person: Pick<Applicant, "laidOff">): number {
  return person.laidOff ? 0 : 1;
}

/** The reason that is kept with the entry of a candidate who was drawn but not selected. */
export const reasonOf: Readonly<Record<Exclude<DrawOutcome, "selected">, EntryRefusal["code"]>> = {
  family_card_full: "entry-family-card-full",
  quota_full: "entry-quota-full",
};
