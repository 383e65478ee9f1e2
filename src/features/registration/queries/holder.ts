import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";

/** Who registered with this NIK and this birth date; for a way back into their account, never to be shown. */
export async function findHolderOfNik(nik: string, birthDate: string): Promise<ParticipantId | null> {
  const row = await database().registration.findFirst({
    where: { nikIndex: blindIndex("nik", nik), birthDate: new Date(`${birthDate}T00:00:00Z`) },
    select: { participantId: true },
  });
  return row && (row.participantId as ParticipantId);
}
