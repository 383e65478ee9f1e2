import type { AccountId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { AppealRefusal, ReviewRefusal } from "../refusals.ts";
import { type AppealFacts, type CaseFacts, reasonsToRefuse } from "../types.ts";

/** Whether this member of the staff may take the case: nobody has it, and no hand of theirs is in it. */
export function decideTake(found: CaseFacts | null, reviewer: AccountId): Result<CaseFacts, ReviewRefusal> {
  if (!found) return refuse({ code: "review-unknown" });
  if (found.decision) return refuse({ code: "review-over" });
  if (!found.isAwaited) return refuse({ code: "review-not-awaited" });
  if (found.assignedTo && found.assignedTo !== reviewer) return refuse({ code: "review-held" });
  if (found.filledInBy === reviewer) return refuse({ code: "review-own-work" });
  if (found.decidedFirstBy === reviewer) return refuse({ code: "review-own-decision" });
  return ok(found);
}

/** Whether this member of the staff may give the case back. */
export function decideRelease(
  found: CaseFacts | null,
  reviewer: AccountId,
): Result<CaseFacts, ReviewRefusal> {
  if (!found) return refuse({ code: "review-unknown" });
  if (found.decision) return refuse({ code: "review-over" });
  return found.assignedTo === reviewer ? ok(found) : refuse({ code: "review-not-yours" });
}

type Choice = { readonly decision: "verified" | "refused"; readonly reason: string | null };

/** What was chosen, with the reason that belongs to it: only who has taken the case decides, and a refusal says why. */
export function decideChoice(
  found: CaseFacts | null,
  reviewer: AccountId,
  { decision, reason }: Choice,
): Result<Choice & { readonly subject: CaseFacts }, ReviewRefusal> {
  const held = decideRelease(found, reviewer);
  if (!held.ok) return held;
  const allowed = decideTake(found, reviewer);
  if (!allowed.ok) return allowed;
  const subject = held.value;
  if (decision === "verified") return ok({ subject, decision, reason: null });
  const isGiven = reasonsToRefuse[subject.kind].some((code) => code === reason);
  return isGiven ? ok({ subject, decision, reason }) : refuse({ code: "review-reason-needed" });
}

/** Whether the person may appeal: a refusal that they cannot mend, once. */
export function decideAppeal({ refusal, isAppealed }: AppealFacts): Result<{ at: Date }, AppealRefusal> {
  if (!refusal) return refuse({ code: "appeal-nothing-refused" });
  if (refusal.isMendable) return refuse({ code: "appeal-mend-instead" });
  return isAppealed ? refuse({ code: "appeal-made" }) : ok({ at: refusal.at });
}
