import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { PhoneProof } from "../types/summary.ts";

/** How far the proof of this person's phone has come, for the page that asks for the code. */
export async function findPhoneProof(participantId: ParticipantId): Promise<PhoneProof> {
  const purpose = "registration_phone";
  const [row, account, code, guard] = await Promise.all([
    database().registration.findUnique({
      where: { participantId },
      select: { phoneCipher: true, phoneIndex: true, phoneVerifiedAt: true },
    }),
    database().account.findUnique({
      where: { id: participantId },
      select: { email: true, emailVerifiedAt: true, phoneIndex: true, phoneVerifiedAt: true },
    }),
    database().oneTimeCode.findFirst({
      where: { holderId: participantId, purpose, usedAt: null },
      select: { channel: true, delivery: true, deliveryReason: true, createdAt: true, expiresAt: true },
      orderBy: { createdAt: "desc" },
    }),
    database().codeGuard.findUnique({
      where: { holderId_purpose: { holderId: participantId, purpose } },
      select: { blockedUntil: true },
    }),
  ]);
  const isSame =
    row?.phoneIndex && account?.phoneIndex && Buffer.from(row.phoneIndex).equals(account.phoneIndex);
  return {
    phone: row?.phoneCipher ? decryptField(row.phoneCipher) : null,
    isProven: Boolean(row?.phoneVerifiedAt) || Boolean(isSame && account?.phoneVerifiedAt),
    hasEmail: Boolean(account?.emailVerifiedAt && account.email),
    pausedUntil: guard?.blockedUntil ?? null,
    code: code && { ...code, channel: code.channel === "email" ? "email" : "sms" },
  };
}
