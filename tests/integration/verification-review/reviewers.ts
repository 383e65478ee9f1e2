import { randomUUID } from "node:crypto";
import type { StaffActor } from "#authorization/actor.ts";
import type { CaseId } from "#features/verification-review/types.ts";
import { openReviewReaction } from "#features/verification-review/use-cases/open-review.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { insertAccount, insertRegistration } from "../../../prisma/seed/people.ts";
import { anAdministrator, aPerson } from "../../support/people.ts";

/** A Tuesday morning in Binjai. */
export const now = new Date("2026-11-24T03:00:00Z");

export async function aReviewer(): Promise<StaffActor> {
  const accountId = (await anAdministrator(now)) as string as AccountId;
  return { role: "administrator", accountId, providerSlug: null, platformSlug: null };
}

export function as<Value, Refusal>(
  reviewer: StaffActor,
  command: (work: Work<StaffActor>) => Promise<Result<Value, Refusal>>,
  at = now,
): Promise<Result<Value, Refusal>> {
  return inOneTransaction(reviewer, command, { now: at });
}

type Check = NonNullable<Parameters<ReturnType<typeof database>["verification"]["create"]>[0]>["data"];

/** Somebody whose registration was sent and whose check stands like this. */
export async function aPersonWhoseCheck(
  check: Pick<Check, "status" | "reason"> & Partial<Check>,
): Promise<ParticipantId> {
  const person = aPerson();
  const participantId = await insertAccount(person, { now });
  await insertRegistration(participantId, person, now);
  await database().verification.create({
    data: { participantId, attempts: 1, requestedAt: now, checkedAt: now, answer: {}, ...check },
  });
  return participantId;
}

/** Somebody of whom the registers leave a doubt, and the case that was opened for it. */
export async function aDoubt(): Promise<{ readonly participantId: ParticipantId; readonly caseId: CaseId }> {
  const participantId = await aPersonWhoseCheck({ status: "in_review", reason: "review-name-similar" });
  await openReviewReaction({ participantId, reason: "review-name-similar" }, { now });
  return { participantId, caseId: await openCaseOf(participantId) };
}

export async function openCaseOf(participantId: ParticipantId): Promise<CaseId> {
  const row = await database().reviewCase.findFirstOrThrow({ where: { participantId, decision: null } });
  return row.id as CaseId;
}

/** Writes down that this member of the staff filled the registration in for the person. */
export async function fillInFor(participantId: ParticipantId, helper: StaffActor): Promise<void> {
  await database().assistedRegistration.create({
    data: {
      participantId,
      officerId: helper.accountId,
      regencyCode: "12.75",
      consentVersion: 1,
      consentMethod: "signed_paper",
      consentAt: now,
      deviceRecordId: randomUUID(),
      source: "form",
      createdAt: now,
    },
  });
}
