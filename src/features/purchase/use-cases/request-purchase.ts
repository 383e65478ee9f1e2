import { findAddressee } from "#features/account/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { decidePurchase } from "../policy/purchase.ts";
import { type CourseKey, findSaleFacts } from "../queries/facts.ts";
import type { PurchaseRefusal } from "../refusals.ts";
import { findCardHolder, insertIntent, lockCard } from "../repository/buying.ts";
import type { IntentId, Sale, Seller } from "../types.ts";

const TOKEN_BYTES = 32;

export type PurchaseRequest = {
  /** Who buys; null at a platform that knows the card number only: then whoever holds the card. */
  readonly participantId: ParticipantId | null;
  readonly course: CourseKey;
  /** Null: the only one of a self-paced course. */
  readonly scheduleCode: string | null;
  /** 16 digits. */
  readonly cardNumber: string;
  /** The price as the buyer was shown it, in rupiah; null where the portal shows it before the code is typed. */
  readonly shownPrice: bigint | null;
  readonly seller: Seller;
};

export type RequestedPurchase = {
  readonly intentId: IntentId;
  readonly participantId: ParticipantId;
  /** For a platform to show with the digits; null on the portal. */
  readonly paymentToken: string | null;
  /** Rupiah. */
  readonly amount: bigint;
  readonly expiresAt: Date;
};

/**
 * Checks all that a purchase needs, writes it down as waiting and sends the one-time code to the buyer: by SMS to the
 * account's phone, or by e-mail where there is none. Nothing is paid and no seat is taken before the code comes back.
 */
export async function requestPurchase(
  work: Work,
  request: PurchaseRequest,
): Promise<Result<RequestedPurchase, PurchaseRefusal | CodeRefusal>> {
  const participantId = request.participantId ?? (await findCardHolder(work.tx, request.cardNumber));
  if (!participantId) return refuse({ code: "purchase-card-wrong" });
  await lockCard(work.tx, participantId);
  const decision = await decideRequest(work, request, participantId);
  if (!decision.ok) return decision;
  const sent = await sendCode(work, participantId);
  if (!sent.ok) return sent;

  const { course, schedule } = decision.value;
  const intentId = work.newId<"purchase-intent">();
  const { channel } = request.seller;
  const paymentToken =
    channel === "platform" ? Buffer.from(work.chance.bytes(TOKEN_BYTES)).toString("base64url") : null;
  const { expiresAt } = sent.value;
  await insertIntent(work.tx, {
    ...{ id: intentId, participantId, channel, expiresAt },
    courseId: course.id,
    scheduleId: schedule.id,
    amount: course.price,
    clientCode: request.seller.channel === "platform" ? request.seller.clientCode : null,
    tokenIndex: paymentToken === null ? null : blindIndex("payment-token", paymentToken),
    createdAt: work.now,
  });
  return ok({ intentId, participantId, paymentToken, amount: course.price, expiresAt });
}

/** The card number is asked last: whoever may not buy anyway learns the reason, not whether the number was right. */
async function decideRequest(
  { tx, now }: Work,
  { course: key, scheduleCode, cardNumber, seller, shownPrice }: PurchaseRequest,
  participantId: ParticipantId,
): Promise<Result<Sale, PurchaseRefusal>> {
  const facts = await findSaleFacts(tx, participantId, key, scheduleCode);
  const decision = decidePurchase({ ...facts, seller, shownPrice }, now);
  if (!decision.ok) return decision;
  const holder = await findCardHolder(tx, cardNumber);
  return holder === participantId ? decision : refuse({ code: "purchase-card-wrong" });
}

/** A new code; the one before it counts no more. */
export async function sendCode(
  work: Work,
  participantId: ParticipantId,
): Promise<Result<{ readonly expiresAt: Date }, PurchaseRefusal | CodeRefusal>> {
  const { phone = null, email = null } = (await findAddressee(participantId)) ?? {};
  const destination = phone ?? email;
  if (!destination) return refuse({ code: "purchase-no-contact" });
  const channel = phone ? "sms" : "email";
  return issueCode(work, { holderId: participantId, purpose: "purchase", channel, destination });
}
