import { system } from "#authorization/actor.ts";
import { findIdentity } from "#features/registration/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { below } from "#kernel/random.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { compareIdentity } from "#platform/gateways/population-register/http.ts";
import { verificationFinished } from "../events.ts";
import { decideVerification, nextAttemptAt } from "../policy.ts";
import { finishVerification, lockCheck, markAttempt } from "../repository.ts";
import type { RegisterAgreement } from "../types.ts";

type Conditions = { readonly now?: Date };

/**
 * Asks the register once, if an attempt is due. The attempt is written down before the call, with the moment of the
 * next one, so that a call that never comes back is made again, and two workers do not call for one person.
 */
export async function attemptVerification(
  participantId: ParticipantId,
  conditions: Conditions = {},
): Promise<void> {
  const requestedAt = await claimAttempt(participantId, conditions);
  const identity = requestedAt && (await findIdentity(participantId));
  if (!identity) return;
  const { nik, familyCard, fullName, birthDate, motherName } = identity;
  const claim = { nik, familyCard, fullName, birthDate, motherName };
  const answer = await compareIdentity(`${participantId}.${requestedAt.getTime()}`, claim);
  if (answer.outcome === "unknown") return;
  await settle(participantId, requestedAt, answer.agreement, conditions);
}

async function claimAttempt(participantId: ParticipantId, conditions: Conditions): Promise<Date | null> {
  const claimed = await inOneTransaction(
    system,
    async (work) => {
      const check = await lockCheck(work.tx, participantId);
      if (!check || (check.nextAttemptAt && check.nextAttemptAt > work.now)) return ok(null);
      const jitter = below(work.chance, 1000) / 1000;
      await markAttempt(work.tx, participantId, nextAttemptAt(work.now, check.attempts + 1, jitter));
      return ok(check.requestedAt);
    },
    conditions,
  );
  return claimed.ok ? claimed.value : null;
}

/** Writes the answer down, unless the registration was sent anew while the register was thinking. */
async function settle(
  participantId: ParticipantId,
  requestedAt: Date,
  agreement: RegisterAgreement,
  conditions: Conditions,
): Promise<void> {
  await inOneTransaction(
    system,
    async (work) => {
      const check = await lockCheck(work.tx, participantId);
      if (check?.requestedAt.getTime() !== requestedAt.getTime()) return ok();
      const decision = decideVerification(agreement);
      const status = decision.ok ? "verified" : "refused";
      await finishVerification(work.tx, participantId, {
        status,
        reason: decision.ok ? null : decision.refusal.code,
        answer: agreement,
        checkedAt: work.now,
      });
      await work.publish(verificationFinished({ participantId, status }));
      return ok();
    },
    conditions,
  );
}
