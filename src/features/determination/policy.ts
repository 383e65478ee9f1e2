import { addDays, dayInWib, deadlineAfter, startOfDay } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { DeterminationRefusal } from "./refusals.ts";
import type { FreePlace, ObjectionFacts, Succession } from "./types.ts";

type Decision<Value = void> = Result<Value, DeterminationRefusal>;

/** Whether the decree may be issued: after the review inside. Issuing it again changes nothing. */
export function decideDecree(status: string): Decision<"issue" | "nothing-to-do"> {
  if (["decided", "published", "archived"].includes(status)) return ok("nothing-to-do");
  return status === "reviewed" ? ok("issue") : refuse({ code: "determination-not-reviewed" });
}

/** Whether the result may be published: after the decree. */
export function decidePublication(status: string): Decision<"publish" | "nothing-to-do"> {
  if (status === "published" || status === "archived") return ok("nothing-to-do");
  return status === "decided" ? ok("publish") : refuse({ code: "determination-not-decided" });
}

export function decideArchive(status: string): Decision<"archive" | "nothing-to-do"> {
  if (status === "archived") return ok("nothing-to-do");
  return status === "published" ? ok("archive") : refuse({ code: "determination-not-published" });
}

/**
 * The number of a decree: "SK-SIM/7/2026" of the wave's result, "SK-SIM/7.2/2026" of the second one after it, for those
 * who took free places. The year in WIB.
 */
export function decreeNumberOf(waveNumber: number, supplement: number, now: Date): string {
  const which = supplement === 0 ? String(waveNumber) : `${waveNumber}.${supplement}`;
  return `SK-SIM/${which}/${dayInWib(now).slice(0, 4)}`;
}

/** Free places go to the next in the order for so many days, the day of the publication being the first. */
const SUCCESSION_DAYS = 60;

/** Waves that were published at this moment or later still give their free places to the next in their order. */
export function successionSince(now: Date): Date {
  return startOfDay(addDays(dayInWib(now), 1 - SUCCESSION_DAYS));
}

/**
 * Who may take a free place: the next of the same province where the wave has quotas of provinces, of the same priority
 * group where it has quotas of groups; else the next of all.
 */
export function successionOf(
  place: FreePlace,
  wave: {
    readonly perFamilyCard: number;
    readonly hasProvinceQuotas: boolean;
    readonly hasGroupQuotas: boolean;
  },
): Succession {
  return {
    perFamilyCard: wave.perFamilyCard,
    provinceCode: wave.hasProvinceQuotas ? place.provinceCode : null,
    priority: wave.hasGroupQuotas ? place.priority : null,
  };
}

/** The last days on which a person may object to a result; the day of the publication is day 1. */
const OBJECTION_DAYS = 14;

export function objectionUntil(publishedAt: Date): Date {
  return deadlineAfter(publishedAt, OBJECTION_DAYS);
}

/** Whether a person may object to the result of a wave: once, in time, and not to having been selected. */
export function decideObjection(facts: ObjectionFacts | null, now: Date): Decision {
  if (!facts?.publishedAt) return refuse({ code: "objection-wave-unknown" });
  if (facts.isSelected) return refuse({ code: "objection-not-needed" });
  if (facts.isFiled) return refuse({ code: "objection-filed-already" });
  return now <= objectionUntil(facts.publishedAt) ? ok() : refuse({ code: "objection-too-late" });
}

/** Nobody answers an objection to what they did themselves, and none is answered twice. */
export function decideAnswer(
  facts: { readonly isAnswered: boolean; readonly excludedBy: string | null } | null,
  accountId: string,
): Decision {
  if (!facts) return refuse({ code: "objection-wave-unknown" });
  if (facts.isAnswered) return refuse({ code: "objection-answered-already" });
  return facts.excludedBy === accountId ? refuse({ code: "objection-of-own-exclusion" }) : ok();
}
