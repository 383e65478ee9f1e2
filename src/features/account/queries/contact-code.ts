import { database } from "#platform/db/client.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import { suggestEmail } from "../policy/email-suggestion.ts";
import { purposeOf } from "../policy/sign-up.ts";
import type { CodeState, Contact } from "../types.ts";

/** The address that was probably meant; null when nothing looks like a slip. */
export function suggestionFor({ kind, value }: Contact): string | null {
  return kind === "email" ? suggestEmail(value) : null;
}

/** The last code that went to this contact; one to an earlier contact says nothing. */
export async function findCodeState(
  holderId: string,
  contact: Contact,
  now: Date,
): Promise<CodeState | null> {
  const row = await database().oneTimeCode.findFirst({
    where: {
      holderId,
      purpose: purposeOf(contact),
      destinationIndex: blindIndex(contact.kind, contact.value),
    },
    select: { delivery: true, deliveryReason: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
  });
  if (!row) return null;
  const { delivery, deliveryReason, createdAt, expiresAt } = row;
  return { delivery, deliveryReason, sentAt: createdAt, isExpired: expiresAt < now };
}
