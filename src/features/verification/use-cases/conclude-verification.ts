import { system } from "#authorization/actor.ts";
import type { HolderIdentity } from "#features/registration/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { reviewWanted, verificationFinished } from "../events.ts";
import { decideVerification } from "../policy/decision.ts";
import { expiresAt, type QuestionToAsk } from "../policy/schedule.ts";
import {
  findAllAnswers,
  findQuestions,
  finishVerification,
  hasOtherNikOnPhoto,
  keepAnswer,
  lockCheck,
  scheduleRound,
} from "../repository.ts";
import { isMendable, type RegisterAnswers } from "../types.ts";
import type { Answer } from "./ask-registers.ts";

type Round = {
  readonly participantId: ParticipantId;
  readonly requestedAt: Date;
  readonly subject: Pick<HolderIdentity, "birthDate">;
};

/** What came back in a round: the answers, and nothing of the registers that were silent. */
export type Replies = readonly { readonly question: QuestionToAsk; readonly answer: Answer }[];

/**
 * Keeps what came back in a round and decides once all registers have answered, unless the registration was sent anew
 * while they were thinking.
 */
export async function concludeVerification(
  round: Round,
  replies: Replies,
  conditions: { readonly now?: Date } = {},
): Promise<void> {
  await inOneTransaction(
    system,
    async (work) => {
      const check = await lockCheck(work.tx, round.participantId);
      if (check?.requestedAt.getTime() !== round.requestedAt.getTime()) return ok();
      for (const { question, answer } of replies) {
        const kept = {
          answer,
          answeredAt: work.now,
          expiresAt: expiresAt(question.register, work.now),
        };
        await keepAnswer(work.tx, round.participantId, question, kept);
      }
      const answers = await findAllAnswers(work.tx, round.participantId);
      await (answers ? decide(work, round, answers) : waitForTheRest(work, round.participantId));
      return ok();
    },
    conditions,
  );
}

async function waitForTheRest(work: Work, participantId: ParticipantId): Promise<void> {
  const questions = await findQuestions(work.tx, participantId);
  const pauses = questions.flatMap(({ nextAttemptAt }) => nextAttemptAt ?? []);
  const [next] = pauses.toSorted((one, other) => one.getTime() - other.getTime());
  if (next) await scheduleRound(work.tx, participantId, { begins: false, nextAttemptAt: next });
}

async function decide(work: Work, round: Round, answers: RegisterAnswers): Promise<void> {
  const { participantId, subject } = round;
  const documentDiffers = await hasOtherNikOnPhoto(work.tx, participantId);
  const decision = decideVerification(answers, { birthDate: subject.birthDate, documentDiffers }, work.now);
  const end = { answer: answers, checkedAt: work.now };
  switch (decision.status) {
    case "verified":
      await finishVerification(work.tx, participantId, { ...end, status: "verified", reason: null });
      return work.publish(verificationFinished({ participantId, status: "verified", mendable: false }));
    case "in_review": {
      const { status, reason } = decision;
      await finishVerification(work.tx, participantId, { ...end, status, reason });
      return work.publish(reviewWanted({ participantId, reason }));
    }
    default: {
      const { code } = decision.refusal;
      await finishVerification(work.tx, participantId, { ...end, status: "refused", reason: code });
      const mendable = isMendable(code);
      return work.publish(verificationFinished({ participantId, status: "refused", mendable }));
    }
  }
}
