import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { type RegistrationDatum, registrationData } from "../types/changes.ts";

/** What was answered so far, readable, by the names of the pages. */
export async function findAnswers(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<Readonly<Record<string, unknown>>> {
  const row = await tx.registration.findUniqueOrThrow({ where: { participantId } });
  const { domicileVillage: villageCode } = row;
  return {
    ...row,
    nik: read(row.nikCipher),
    familyCard: read(row.familyCardCipher),
    birthDate: row.birthDate?.toISOString().slice(0, 10),
    motherName: read(row.motherNameCipher),
    phone: read(row.phoneCipher),
    address: read(row.addressCipher),
    domicile: villageCode && { villageCode, address: read(row.domicileCipher) },
  };
}

/** Notes what was changed, of a registration that was sent before. */
export async function addChanges(
  tx: Transaction,
  participantId: ParticipantId,
  changed: readonly RegistrationDatum[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE registration SET changes = ARRAY(SELECT DISTINCT unnest(changes || ${[...changed]}::text[]))
    WHERE participant_id = ${participantId}::uuid AND changes IS NOT NULL`;
}

/** What was changed since it was sent the last time; undefined when it was never sent. */
export async function findChanges(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<RegistrationDatum[] | undefined> {
  const [row] = await tx.$queryRaw<{ changes: string[] | null }[]>`
    SELECT changes FROM registration WHERE participant_id = ${participantId}::uuid`;
  const changes = row?.changes;
  return changes ? registrationData.filter((datum) => changes.includes(datum)) : undefined;
}

function read(cipher: Uint8Array | null): string | null {
  return cipher && decryptField(cipher);
}
