import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import {
  type Identity,
  type RegistrationStep,
  registrationSteps,
  type Statements,
  type StoredPhoto,
} from "./types.ts";

/** The row's step has no "review": it is the last page with its answers there. */
export function rowStep(step: RegistrationStep): Exclude<RegistrationStep, "review"> {
  return step === "review" ? "statements" : step;
}

/** Opens the registration at its first page where there is none, locks it, and says where the person stands. */
export async function lockRegistration(
  tx: Transaction,
  participantId: ParticipantId,
  now: Date,
): Promise<RegistrationStep> {
  await tx.$executeRaw`
    INSERT INTO registration (participant_id, step, started_at, updated_at)
    VALUES (${participantId}::uuid, 'identity', ${now}, ${now}) ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ step: string; stated: boolean }[]>`
    SELECT step::text, statements IS NOT NULL AND statements <> 'null' AS stated
    FROM registration WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  if (row?.step === "statements" && row.stated) return "review";
  return registrationSteps.find((step) => step === row?.step) ?? "identity";
}

/** Which of these district codes are in the official list. */
export async function findKnownDistricts(tx: Transaction, codes: readonly string[]): Promise<Set<string>> {
  const rows = await tx.area.findMany({
    where: { code: { in: [...codes] }, level: 3 },
    select: { code: true },
  });
  return new Set(rows.map(({ code }) => code));
}

export async function isVillage(tx: Transaction, code: string): Promise<boolean> {
  return (await tx.area.count({ where: { code, level: 4 } })) > 0;
}

export async function isCategory(tx: Transaction, code: string): Promise<boolean> {
  return (await tx.category.count({ where: { code } })) > 0;
}

/**
 * Whether somebody else registered with this number. Holds the number until the transaction ends, so that two people
 * who send it at once are answered one after the other.
 */
export async function isTakenByOther(
  tx: Transaction,
  field: "nik" | "phone",
  value: string,
  participantId: ParticipantId,
): Promise<boolean> {
  const index = blindIndex(field, value);
  const lock = new DataView(index.buffer).getBigInt64(0);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${lock}::bigint)`;
  const where = field === "nik" ? { nikIndex: index } : { phoneIndex: index };
  return (await tx.registration.count({ where: { ...where, participantId: { not: participantId } } })) > 0;
}

type Filled = { readonly step: RegistrationStep; readonly now: Date };

async function update(
  tx: Transaction,
  participantId: ParticipantId,
  { step, now }: Filled,
  data: Parameters<Transaction["registration"]["update"]>[0]["data"],
): Promise<void> {
  await tx.registration.update({
    where: { participantId },
    data: { ...data, step: rowStep(step), updatedAt: now },
  });
}

export async function writeIdentity(tx: Transaction, id: ParticipantId, who: Identity, filled: Filled) {
  await update(tx, id, filled, {
    nikCipher: encryptField(who.nik),
    nikIndex: blindIndex("nik", who.nik),
    familyCardCipher: encryptField(who.familyCard),
    familyCardIndex: blindIndex("family-card", who.familyCard),
    birthDate: dateOf(who.birthDate),
    gender: who.gender,
  });
}

type Personal = {
  readonly fullName: string;
  readonly birthPlace: string;
  readonly motherName: string;
  readonly phone: string;
};

export async function writePersonal(tx: Transaction, id: ParticipantId, who: Personal, filled: Filled) {
  await update(tx, id, filled, {
    fullName: who.fullName,
    birthPlace: who.birthPlace,
    motherNameCipher: encryptField(who.motherName),
    phoneCipher: encryptField(who.phone),
    phoneIndex: blindIndex("phone", who.phone),
  });
}

export async function writeAddress(
  tx: Transaction,
  id: ParticipantId,
  { villageCode, address }: { readonly villageCode: string; readonly address: string },
  filled: Filled,
) {
  await update(tx, id, filled, {
    addressCipher: encryptField(address),
    provinceCode: villageCode.slice(0, 2),
    regencyCode: villageCode.slice(0, 5),
    districtCode: villageCode.slice(0, 8),
    villageCode,
  });
}

export type Situation = {
  readonly education: string;
  readonly maritalStatus: string;
  readonly dependants: number;
  readonly employment: string;
  readonly disability: string;
  readonly wantedCategory: string;
  readonly reason: string;
};

export async function writeSituation(tx: Transaction, id: ParticipantId, answers: Situation, filled: Filled) {
  await update(tx, id, filled, answers);
}

export async function writeStatements(
  tx: Transaction,
  id: ParticipantId,
  answers: Statements,
  filled: Filled,
) {
  await update(tx, id, filled, { statements: answers });
}

/** Keeps a photo; the one before it is marked for removal. */
export async function replacePhoto(
  tx: Transaction,
  id: ParticipantId,
  photo: StoredPhoto & { readonly documentId: string },
  filled: Filled,
) {
  await tx.idDocument.updateMany({
    where: { participantId: id, kind: "id_card", replacedAt: null },
    data: { replacedAt: filled.now },
  });
  const { documentId, ...file } = photo;
  await tx.idDocument.create({
    data: { ...file, id: documentId, participantId: id, kind: "id_card", createdAt: filled.now },
  });
  await update(tx, id, filled, {});
}

export async function markSubmitted(tx: Transaction, id: ParticipantId, now: Date): Promise<void> {
  await update(tx, id, { step: "submitted", now }, { submittedAt: now });
}

/** Opens a sent registration at its review again, so that the person can mend it. */
export async function reopen(tx: Transaction, id: ParticipantId, now: Date): Promise<void> {
  await tx.registration.updateMany({
    where: { participantId: id, step: "submitted" },
    data: { step: "statements", submittedAt: null, updatedAt: now },
  });
}

export async function findReplacedPhotos(tx: Transaction, limit: number) {
  return tx.idDocument.findMany({
    where: { replacedAt: { not: null } },
    select: { id: true, storageKey: true },
    take: limit,
  });
}

export async function deletePhotoRow(tx: Transaction, id: string): Promise<void> {
  await tx.idDocument.deleteMany({ where: { id } });
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
