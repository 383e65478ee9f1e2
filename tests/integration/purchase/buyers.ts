import { openBalanceReaction } from "#features/balance/use-cases/open-balance.ts";
import { buyCourse } from "#features/purchase/use-cases/buy-course.ts";
import { cancelPurchase } from "#features/purchase/use-cases/cancel-purchase.ts";
import { redeemCode } from "#features/purchase/use-cases/redeem-code.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { balanceOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { recipients } from "../../support/people.ts";

export const decreed = new Date("2026-11-20T03:00:00Z");
export const now = new Date("2026-11-24T03:00:00Z");
/** Three seats, Rp780.000. */
export const BARISTA = "barista-kopi-seduh-manual";
/** Rp350.000. */
export const BOOKS = "dasar-pembukuan-usaha-kecil";
/** Rp720.000. */
export const WIRING = "instalasi-listrik-rumah-dasar";
/** Rp200.000. */
export const SAFETY = "keamanan-digital-sehari-hari";

let wave = 930;

/** Recipients with their balance of Rp1.000.000 and a card. */
export async function buyers(count: number): Promise<ParticipantId[]> {
  const people = await recipients(decreed, count, wave++);
  for (const participantId of people) {
    const { waveId } = await database().determination.findUniqueOrThrow({ where: { participantId } });
    await openBalanceReaction({ participantId, waveId });
  }
  return people;
}

export async function aBuyer(): Promise<ParticipantId> {
  const [somebody] = await buyers(1);
  if (!somebody) throw new Error("nobody");
  return somebody;
}

export async function cardOf(participantId: ParticipantId): Promise<string> {
  const card = await database().recipientCard.findUniqueOrThrow({ where: { participantId } });
  return decryptField(card.numberCipher);
}

export const as = (participantId: ParticipantId) => ({ role: "participant", participantId }) as const;

export async function buy(participantId: ParticipantId, slug: string, at = now, cardNumber?: string) {
  const card = cardNumber ?? (await cardOf(participantId));
  return inOneTransaction(as(participantId), (work) => buyCourse(work, { slug, cardNumber: card }), {
    now: at,
  });
}

/** Buys what certainly can be bought. */
export async function bought(participantId: ParticipantId, slug: string, at = now) {
  const result = await buy(participantId, slug, at);
  if (!result.ok) throw new Error(result.refusal.code);
  return database().purchase.findUniqueOrThrow({ where: { id: result.value.purchaseId } });
}

export function cancel(participantId: ParticipantId, purchaseId: string, at = now) {
  return inOneTransaction(as(participantId), (work) => cancelPurchase(work, { purchaseId }), { now: at });
}

export function redeem(participantId: ParticipantId, purchaseId: string, code: string, at = now) {
  return inOneTransaction(as(participantId), (work) => redeemCode(work, { purchaseId, redeemCode: code }), {
    now: at,
  });
}

export function balance(participantId: ParticipantId) {
  return balanceOf({ kind: "training_balance", owner: participantId });
}

export async function seatsTaken(slug: string): Promise<number> {
  const course = await database().course.findUniqueOrThrow({ where: { slug } });
  return course.seatsTaken;
}

export async function owedTo(slug: string): Promise<bigint> {
  const { providerSlug } = await database().course.findUniqueOrThrow({ where: { slug } });
  return balanceOf({ kind: "provider_payable", owner: providerSlug });
}
