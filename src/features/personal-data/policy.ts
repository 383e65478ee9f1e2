import { addDays, dayInWib, startOfDay } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ErasureRefusal } from "./refusals.ts";
import type { ErasureFacts, Retained } from "./types.ts";

/**
 * Days that something is kept after it was needed last; then it is erased by itself. Money, decrees, draws and the
 * audit stay as long as the law wants them; they know a person by id only.
 */
export const DAYS_KEPT: Readonly<Record<Retained, number>> = {
  /** Since the last page was filled in: whoever has not sent it in half a year begins anew. */
  "unsent-registration": 180,
  /** Photos of the KTP and the face, since the check was decided on: for a year somebody may doubt it. */
  documents: 365,
  /** What was written in an appeal and by the reviewer, since the decision. */
  "review-words": 365,
  /** Where a code went, since it was made: as long as a telephone company can be asked. */
  "one-time-codes": 30,
};

/** The moment before which this was needed last when it is not needed any more: whole days, as deadlines are. */
export function unneededBefore(what: Retained, now: Date): Date {
  return startOfDay(addDays(dayInWib(now), -DAYS_KEPT[what]));
}

/** Whether this account may be erased: the books of a recipient and the fairness of a draw need their people. */
export function decideErasure(facts: ErasureFacts): Result<void, ErasureRefusal> {
  if (facts.isRecipient) return refuse({ code: "erasure-recipient" });
  if (facts.waitsForWave !== null)
    return refuse({ code: "erasure-wave-undecided", wave: facts.waitsForWave });
  return facts.hasPassword ? ok() : refuse({ code: "erasure-no-password" });
}
