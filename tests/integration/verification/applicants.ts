import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { nikOf } from "../../../prisma/seed/numbers.ts";
import { insertAccount, insertRegistration } from "../../../prisma/seed/people.ts";
import { aPerson } from "../../support/people.ts";

export const now = new Date("2026-11-24T03:00:00Z");

/** Someone whose registration was just sent; what the registers say of them goes by the serial of their NIK. */
export async function aSentRegistration(serial?: string): Promise<ParticipantId> {
  const person = aPerson(serial ? { serial } : {});
  const participantId = await insertAccount(person, { now });
  await insertRegistration(participantId, person, now);
  return participantId;
}

/** The NIK of the person with this serial. */
export function nikWith(serial: string): string {
  return nikOf(aPerson({ serial }));
}

/** Opens the registration, changes it, and sends it once more. */
export async function sendOnceMore(
  participantId: ParticipantId,
  at: Date,
  changes: Parameters<ReturnType<typeof database>["registration"]["update"]>[0]["data"] = {},
): Promise<void> {
  await database().registration.update({
    where: { participantId },
    data: { step: "submitted", submittedAt: at, ...changes },
  });
}

/** A photo of the KTP, and what the machine made of it beside what was typed. */
export async function addPhotoThat(participantId: ParticipantId, reading: Readonly<Record<string, string>>) {
  await database().idDocument.create({
    data: {
      id: crypto.randomUUID(),
      participantId,
      kind: "id_card",
      storageKey: `id-card/${participantId}`,
      width: 900,
      height: 600,
      bytes: 1,
      reading: { ...reading },
      createdAt: now,
    },
  });
}
