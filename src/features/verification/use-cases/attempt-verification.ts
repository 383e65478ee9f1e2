import { system } from "#authorization/actor.ts";
import { findIdentity } from "#features/registration/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { below } from "#kernel/random.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { nextAttemptAt, planRound, type QuestionToAsk } from "../policy/schedule.ts";
import { findQuestions, lockCheck, markAsked, scheduleRound } from "../repository.ts";
import { askRegister, fingerprintsOf, type Subject } from "./ask-registers.ts";
import { concludeVerification, type Replies } from "./conclude-verification.ts";

type Conditions = { readonly now?: Date };

/** What one round asks. `requestedAt` says which sending of the registration it is about. */
type Round = {
  readonly participantId: ParticipantId;
  readonly requestedAt: Date;
  readonly subject: Subject;
  readonly questions: readonly QuestionToAsk[];
};

/**
 * Asks, if a round is due, every register that has not answered yet, all at once and each by itself. The round is
 * written down before the calls, with the moment of the next one, so that a call that never comes back is made again,
 * and two workers do not call for one person.
 */
export async function attemptVerification(
  participantId: ParticipantId,
  conditions: Conditions = {},
): Promise<void> {
  const subject = await findIdentity(participantId);
  const round = await beginRound(participantId, subject, conditions);
  if (round) await concludeVerification(round, await ask(round), conditions);
}

async function beginRound(
  participantId: ParticipantId,
  subject: Subject | null,
  conditions: Conditions,
): Promise<Round | null> {
  const begun = await inOneTransaction(
    system,
    async ({ tx, now, chance }) => {
      const check = await lockCheck(tx, participantId);
      if (!check || (check.nextAttemptAt && check.nextAttemptAt > now)) return ok(null);
      const jitter = below(chance, 1000) / 1000;
      if (!subject) {
        // Nobody to ask about: this stands back behind the others and comes to an operator's notice.
        const later = nextAttemptAt(now, check.attempts + 1, jitter);
        await scheduleRound(tx, participantId, { begins: true, nextAttemptAt: later });
        return ok(null);
      }
      const known = await findQuestions(tx, participantId);
      const questions = planRound(known, fingerprintsOf(subject), now, jitter);
      if (questions.length > 0) await markAsked(tx, participantId, questions, now);
      // Should this round break off before its end, the next one begins after the first pause.
      await scheduleRound(tx, participantId, { begins: true, nextAttemptAt: nextAttemptAt(now, 1, jitter) });
      return ok({ participantId, requestedAt: check.requestedAt, subject, questions });
    },
    conditions,
  );
  return begun.ok ? begun.value : null;
}

async function ask({ participantId, requestedAt, subject, questions }: Round): Promise<Replies> {
  const replies = await Promise.all(
    questions.map(async (question) => {
      const reference = `${participantId}.${requestedAt.getTime()}.${question.register}`;
      return { question, answer: await askRegister(question.register, reference, subject) };
    }),
  );
  return replies.flatMap(({ question, answer }) => (answer ? { question, answer } : []));
}
