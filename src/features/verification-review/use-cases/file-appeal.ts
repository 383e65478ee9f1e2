import type { ParticipantActor } from "#authorization/actor.ts";
import { isMendable, verificationReasons } from "#features/verification/types.ts";
import { parseDay } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAppeal } from "../policy/decisions.ts";
import { dueAt, standsSince } from "../policy/terms.ts";
import type { AppealRefusal } from "../refusals.ts";
import { findRefusingCase, isAppealed, lockRefusal, removeOpenCase } from "../repository/appeals.ts";
import { insertCase } from "../repository.ts";
import { type CaseReason, caseReasons } from "../types.ts";

/** Somebody does not agree with a refusal that they cannot mend: another member of the staff looks again, once. */
export async function fileAppeal(
  work: Work<ParticipantActor>,
  { statement }: { readonly statement: string },
): Promise<Result<null, AppealRefusal>> {
  const { participantId } = work.actor;
  const refused = await lockRefusal(work.tx, participantId);
  const reason = verificationReasons.find((code) => code === refused?.reason);
  const barredUntil = parseDay(refused?.barredUntil ?? "");
  const at = refused && standsSince(refused.at, barredUntil, work.now);
  const decision = decideAppeal({
    refusal: at && { at, isMendable: reason !== undefined && isMendable(reason) },
    isAppealed: at !== null && (await isAppealed(work.tx, participantId, at)),
  });
  if (!decision.ok) return decision;
  const previous = refused?.isReviewed ? await findRefusingCase(work.tx, participantId) : null;
  await removeOpenCase(work.tx, participantId);
  await insertCase(work.tx, {
    id: work.newId(),
    participantId,
    kind: "appeal",
    reason: caseReasonOf(refused?.reason),
    openedAt: work.now,
    dueAt: dueAt("appeal", work.now),
    appeal: { statement, against: decision.value.at, previous },
  });
  await work.record({ action: "appeal-filed", subject: `participant:${participantId}` });
  return ok(null);
}

function caseReasonOf(code: string | undefined): CaseReason {
  return caseReasons.find((reason) => reason === code) ?? "verification-review-refused";
}
