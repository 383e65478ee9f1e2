import { system } from "#authorization/actor.ts";
import type { ReviewReason } from "#features/verification/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { dueAt } from "../policy/terms.ts";
import { hasCaseSince, insertCase, lockReviewedCheck, renewOpenCase } from "../repository.ts";

/** Opens a case for a check that machines cannot decide; once a check, however often it is announced. */
export async function openReviewReaction(
  payload: { readonly participantId: string; readonly reason: ReviewReason },
  conditions: { readonly now?: Date } = {},
): Promise<void> {
  const participantId = payload.participantId as ParticipantId;
  await inOneTransaction(
    system,
    async (work) => {
      const since = await lockReviewedCheck(work.tx, participantId);
      if (!since || (await hasCaseSince(work.tx, participantId, since))) return ok();
      // From the moment that the person was told of, however late the announcement comes.
      const opening = { reason: payload.reason, openedAt: since, dueAt: dueAt("first", since) };
      if (await renewOpenCase(work.tx, participantId, opening)) return ok();
      await insertCase(work.tx, { ...opening, id: work.newId(), participantId, kind: "first" });
      return ok();
    },
    conditions,
  );
}
