import type { StaffActor } from "#authorization/actor.ts";
import { findDocuments, signedDocumentAddress } from "#features/registration/queries/documents.ts";
import { findIdentity } from "#features/registration/queries.ts";
import { findRegisterAnswers } from "#features/verification/queries.ts";
import { verificationReasons } from "#features/verification/types.ts";
import { isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction, type PersonalDataRead } from "#platform/db/work.ts";
import { compareData } from "../policy/comparison.ts";
import {
  type CaseId,
  caseReasons,
  type EarlierDecision,
  type ReviewedPerson,
  type ReviewedPhoto,
  type ViewedCase,
} from "../types.ts";

type Look = {
  /** Numbers in full, and what stands on no photo. */
  readonly showsAll: boolean;
  readonly now: Date;
};

/**
 * A case; with the person's data for whoever has taken it, and for nobody else. Every such look is written down, where
 * the person can read it.
 */
export async function viewCase(actor: StaffActor, id: string, look: Look): Promise<ViewedCase | null> {
  const row = isUuid(id) ? await database().reviewCase.findUnique({ where: { id } }) : null;
  if (!row) return null;
  const isMine = row.assignedTo === actor.accountId && row.decision === null;
  const participantId = row.participantId as ParticipantId;
  const holder = row.assignedTo
    ? await database().account.findUnique({ where: { id: row.assignedTo }, select: { displayName: true } })
    : null;
  const { kind, openedAt, dueAt, decision } = row;
  return {
    id: row.id as CaseId,
    kind,
    reason: caseReasons.find((code) => code === row.reason) ?? "verification-review-refused",
    openedAt,
    dueAt,
    isOverdue: decision === null && dueAt < look.now,
    holder: row.assignedTo
      ? { id: row.assignedTo as typeof actor.accountId, name: holder?.displayName ?? "" }
      : null,
    decision,
    isMine,
    person: isMine ? await findPerson(actor, participantId, row.statementCipher, look) : null,
  };
}

async function findPerson(
  actor: StaffActor,
  participantId: ParticipantId,
  statementCipher: Uint8Array | null,
  { showsAll, now }: Look,
): Promise<ReviewedPerson | null> {
  const identity = await findIdentity(participantId);
  if (!identity) return null;
  const [documents, answers, earlier] = await Promise.all([
    findDocuments(participantId),
    findRegisterAnswers(participantId),
    findEarlier(participantId),
  ]);
  const typed = {
    nik: identity.nik,
    name: identity.fullName,
    birth: identity.birthDate,
    "family-card": identity.familyCard,
    "mother-name": identity.motherName,
  };
  const card = documents.find(({ kind }) => kind === "id_card")?.reading ?? null;
  const population = answers.find((answer) => answer.register === "population");
  const register = population?.register === "population" ? population.answer : null;
  await writeDown(actor, participantId, showsAll);
  return {
    comparisons: compareData({ typed, card, register }, showsAll),
    showsAll,
    lists: answers.filter((answer) => answer.register !== "population"),
    photos: documents.map(
      ({ id, kind, hints }): ReviewedPhoto => ({
        id,
        kind,
        hints,
        address: signedDocumentAddress(id, actor, now),
      }),
    ),
    statement: statementCipher && decryptField(statementCipher),
    earlier,
  };
}

const always = ["name", "birth"] as const;

async function writeDown(actor: StaffActor, participantId: ParticipantId, showsAll: boolean): Promise<void> {
  const data: PersonalDataRead["data"] = showsAll
    ? [...always, "nik", "family-card", "mother-name"]
    : [...always, "nik-masked"];
  await inOneTransaction(actor, async (work) => {
    await work.recordRead({ participantIds: [participantId], purpose: "verification-review", data });
    return ok();
  });
}

/** What the staff decided on this person before, the newest first. */
async function findEarlier(participantId: ParticipantId): Promise<readonly EarlierDecision[]> {
  const rows = await database().reviewCase.findMany({
    where: { participantId, decision: { not: null } },
    orderBy: { decidedAt: "desc" },
    take: 20,
  });
  return rows.flatMap(({ id, kind, decision, decisionReason, decidedAt, noteCipher }) => {
    if (!decision || !decidedAt) return [];
    const reason = verificationReasons.find((code) => code === decisionReason) ?? null;
    const note = noteCipher && decryptField(noteCipher);
    return { id: id as CaseId, kind, decision, reason, decidedAt, note };
  });
}
