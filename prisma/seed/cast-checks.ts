import { expiresAt } from "#features/verification/policy/schedule.ts";
import {
  type RegisterAnswers,
  type ReviewReason,
  registers,
  type VerificationReason,
} from "#features/verification/types.ts";
import { fingerprintsOf } from "#features/verification/use-cases/ask-registers.ts";
import { openReviewReaction } from "#features/verification-review/use-cases/open-review.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { familyCardOf, nikOf } from "./numbers.ts";
import { MOTHER, type Person } from "./people.ts";

// Checks of the demo cast that did not end well: the registers have answered, as the simulated ones would.

const agreeing: RegisterAnswers = {
  population: { exists: true, familyCard: true, name: "same", birthDate: true, mother: true },
  education: { entry: null },
  social_aid: { entry: null },
  occupation: { entry: null },
  blacklist: { entry: null },
  priority: { entry: null },
};

/** Somebody whose name is similar to the registered one: an officer has to look. */
export async function insertDoubt(participantId: ParticipantId, person: Person, now: Date): Promise<void> {
  const answers = { ...agreeing, population: { ...agreeing.population, name: "similar" } } as const;
  const reason = "review-name-similar";
  await insertCheck(participantId, person, { status: "in_review", reason, answers, now });
  await openReviewReaction({ participantId, reason }, { now });
}

/** Somebody whom the register of occupations knows as a civil servant: refused, and an appeal is possible. */
export async function insertRefused(participantId: ParticipantId, person: Person, now: Date): Promise<void> {
  const entry = { kind: "civil-servant", since: "2019-03-01", until: null } as const;
  const reason = "verification-excluded-occupation";
  const answers = { ...agreeing, occupation: { entry } };
  await insertCheck(participantId, person, { status: "refused", reason, answers, now });
}

type Check = {
  readonly status: "in_review" | "refused";
  readonly reason: ReviewReason | VerificationReason;
  readonly answers: RegisterAnswers;
  readonly now: Date;
};

async function insertCheck(participantId: ParticipantId, person: Person, check: Check): Promise<void> {
  const { status, reason, answers, now } = check;
  const fingerprints = fingerprintsOf({
    nik: nikOf(person),
    familyCard: familyCardOf(person),
    fullName: person.name,
    birthDate: person.birth,
    motherName: MOTHER,
  });
  await database().verification.create({
    data: {
      ...{ participantId, status, reason },
      attempts: 1,
      requestedAt: now,
      checkedAt: now,
      answer: answers,
      answers: {
        create: registers.map((register) => ({
          register,
          status: "answered",
          answer: answers[register],
          inputFingerprint: new Uint8Array(Buffer.from(fingerprints[register], "hex")),
          attempts: 1,
          askedAt: now,
          answeredAt: now,
          expiresAt: expiresAt(register, now),
        })),
      },
    },
  });
}
