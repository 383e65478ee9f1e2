import type { StaffActor } from "#authorization/actor.ts";
import { isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { readPrivateFile } from "#platform/storage/private-files.ts";
import { isOpenTo } from "../policy.ts";
import { findOfficeRegion } from "../queries.ts";

/**
 * A photo that the office made of a person, to check it together: while the form is open to the office, and no longer.
 * The look is written down.
 */
export async function viewPhoto(
  actor: StaffActor,
  participantId: string,
  kind: "id_card" | "selfie",
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isUuid(participantId)) return null;
  const found = await inOneTransaction(actor, async (work) => {
    const region = await findOfficeRegion(actor.accountId, work.tx);
    const row = await work.tx.assistedRegistration.findUnique({ where: { participantId } });
    if (!row || !isOpenTo(region, row)) return ok(null);
    const photo = await work.tx.idDocument.findFirst({
      where: { participantId, kind, replacedAt: null },
      select: { storageKey: true },
      orderBy: { createdAt: "desc" },
    });
    if (!photo) return ok(null);
    await work.recordRead({
      participantIds: [participantId as ParticipantId],
      purpose: "office-assistance",
      data: [kind === "id_card" ? "id-card" : "selfie"],
    });
    return ok(photo.storageKey);
  });
  return found.ok && found.value ? readPrivateFile(found.value) : null;
}
