import type { ParticipantId } from "#kernel/identifiers.ts";
import { onlyDigits } from "#kernel/nik.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import { addChanges } from "./repository/answers.ts";
import {
  addressColumns,
  domicileColumns,
  identityColumns,
  type Personal,
  personalColumns,
  type Situation,
  situationColumns,
  type Where,
} from "./repository/columns.ts";
import { type Identity, type RegistrationStep, registrationSteps, type Statements } from "./types.ts";

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

/** The district code that the first six digits of a NIK or family card spell: "12.75.01". */
export function districtWrittenIn(number: string): string {
  const digits = onlyDigits(number);
  return `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`;
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

/** Whether the address of the KTP is known. */
export async function hasAddress(tx: Transaction, participantId: ParticipantId): Promise<boolean> {
  return (await tx.registration.count({ where: { participantId, villageCode: { not: null } } })) > 0;
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

export type Filled = { readonly step: RegistrationStep; readonly now: Date };

/** Notes that a document, which lies outside the row, was filled in. */
export async function moveTo(tx: Transaction, participantId: ParticipantId, filled: Filled): Promise<void> {
  await update(tx, participantId, filled, {});
  await addChanges(tx, participantId, ["documents"]);
}

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
  await update(tx, id, filled, identityColumns(who));
}

/** With another phone number than before, its proof is gone. */
export async function writePersonal(
  tx: Transaction,
  id: ParticipantId,
  who: Personal & { readonly isOtherPhone: boolean },
  filled: Filled,
) {
  const proof = who.isOtherPhone ? { phoneVerifiedAt: null } : {};
  await update(tx, id, filled, { ...personalColumns(who), ...proof });
}

export async function writeAddress(tx: Transaction, id: ParticipantId, where: Where, filled: Filled) {
  await update(tx, id, filled, addressColumns(where));
}

/** Where the person lives; null: at the address of the KTP. */
export async function writeDomicile(
  tx: Transaction,
  id: ParticipantId,
  domicile: Where | null,
  filled: Filled,
) {
  await update(tx, id, filled, domicileColumns(domicile));
}

export async function writeSituation(tx: Transaction, id: ParticipantId, answers: Situation, filled: Filled) {
  await update(tx, id, filled, situationColumns(answers));
}

export async function writeStatements(
  tx: Transaction,
  id: ParticipantId,
  answers: Statements,
  filled: Filled,
) {
  await update(tx, id, filled, { statements: answers });
}

/** Every written page in one row's update. */
export async function writeWholeForm(
  tx: Transaction,
  id: ParticipantId,
  form: Identity &
    Omit<Personal, "phone"> &
    Situation &
    Where & {
      readonly phone?: string;
      readonly domicile: Where | null;
      readonly statements: Statements;
    },
  filled: Filled,
) {
  await update(tx, id, filled, {
    ...identityColumns(form),
    ...personalColumns(form),
    phoneVerifiedAt: null,
    ...addressColumns(form),
    ...domicileColumns(form.domicile),
    ...situationColumns(form),
    statements: form.statements,
  });
}

/** Whether the statements were made. */
export async function isStated(tx: Transaction, id: ParticipantId): Promise<boolean> {
  const row = await tx.registration.findUnique({
    where: { participantId: id },
    select: { statements: true },
  });
  return row?.statements !== null && row?.statements !== undefined;
}

/** Removes the row; its documents' rows go first, and their files with the sweep of files without a row. */
export async function removeRegistration(tx: Transaction, id: ParticipantId): Promise<void> {
  await tx.idDocument.deleteMany({ where: { participantId: id } });
  await tx.registration.delete({ where: { participantId: id } });
}

export async function markSubmitted(tx: Transaction, id: ParticipantId, now: Date): Promise<void> {
  await update(tx, id, { step: "submitted", now }, { submittedAt: now });
}

/** Opens a sent registration at its review again, so that the person can mend it. */
export async function reopen(tx: Transaction, id: ParticipantId, now: Date): Promise<void> {
  await tx.registration.updateMany({
    where: { participantId: id, step: "submitted" },
    data: { step: "statements", submittedAt: null, updatedAt: now, changes: [] },
  });
}
