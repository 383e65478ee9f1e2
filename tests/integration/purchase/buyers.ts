import { randomUUID } from "node:crypto";
import { openBalanceReaction } from "#features/balance/use-cases/open-balance.ts";
import { authorizePurchase } from "#features/purchase/use-cases/authorize-purchase.ts";
import { cancelPurchase } from "#features/purchase/use-cases/cancel-purchase.ts";
import { redeemCode } from "#features/purchase/use-cases/redeem-code.ts";
import { requestPurchase } from "#features/purchase/use-cases/request-purchase.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { balanceOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { aRecipient } from "../../support/people.ts";

export const decreed = new Date("2026-11-20T03:00:00Z");
export const now = new Date("2026-11-24T03:00:00Z");
/** Two codes are not sent within a minute. */
export const soon = addSeconds(now, 120);
/** Three seats, Rp780.000. */
export const BARISTA = "barista-kopi-seduh-manual";
/** Rp350.000. */
export const BOOKS = "dasar-pembukuan-usaha-kecil";
/** Rp720.000. */
export const WIRING = "instalasi-listrik-rumah-dasar";
/** Rp200.000. */
export const SAFETY = "keamanan-digital-sehari-hari";

/** A recipient with a balance of Rp1.000.000 and a card. */
export async function aBuyer(): Promise<ParticipantId> {
  const participantId = await aRecipient(decreed);
  const { waveId } = await database().determination.findUniqueOrThrow({ where: { participantId } });
  await openBalanceReaction({ participantId, waveId });
  return participantId;
}

export async function buyers(count: number): Promise<ParticipantId[]> {
  const people: ParticipantId[] = [];
  while (people.length < count) people.push(await aBuyer());
  return people;
}

export async function cardOf(participantId: ParticipantId): Promise<string> {
  const card = await database().recipientCard.findUniqueOrThrow({ where: { participantId } });
  return decryptField(card.numberCipher);
}

export const as = (participantId: ParticipantId) => ({ role: "participant", participantId }) as const;

type Choice = {
  readonly at?: Date;
  readonly cardNumber?: string;
  readonly scheduleCode?: string | null;
};

/** Asks for a course on the portal; the code goes out. */
export async function ask(participantId: ParticipantId, slug: string, choice: Choice = {}) {
  const cardNumber = choice.cardNumber ?? (await cardOf(participantId));
  const { scheduleCode = null, at = now } = choice;
  return inOneTransaction(
    as(participantId),
    (work) =>
      requestPurchase(work, {
        ...{ participantId, cardNumber, scheduleCode, shownPrice: null },
        course: { slug },
        seller: { channel: "portal" },
      }),
    { now: at },
  );
}

/** Types digits for a purchase that waits. */
export function confirm(participantId: ParticipantId, intentId: string, digits: string, at = now) {
  return inOneTransaction(
    as(participantId),
    (work) =>
      authorizePurchase(work, {
        ...{ digits, invoiceCode: null },
        intent: { id: intentId, participantId },
        seller: { channel: "portal" },
      }),
    { now: at },
  );
}

/** The digits of the last code that went to this person. */
export async function digitsSentTo(participantId: ParticipantId): Promise<string> {
  const code = await database().oneTimeCode.findFirstOrThrow({
    where: { holderId: participantId, purpose: "purchase" },
    orderBy: { createdAt: "desc" },
  });
  return digitsOf(code.id);
}

/** Asks, and types the code that came. */
export async function buy(participantId: ParticipantId, slug: string, choice: Choice = {}) {
  const asked = await ask(participantId, slug, choice);
  if (!asked.ok) return asked;
  const digits = await digitsSentTo(participantId);
  return confirm(participantId, asked.value.intentId, digits, choice.at);
}

/** Buys what certainly can be bought. */
export async function bought(participantId: ParticipantId, slug: string, choice: Choice = {}) {
  const result = await buy(participantId, slug, choice);
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
  return (await scheduleOf(slug)).seatsTaken;
}

/** The only schedule of a self-paced course. */
export async function scheduleOf(slug: string) {
  const course = await database().course.findUniqueOrThrow({ where: { slug }, include: { schedules: true } });
  const [schedule] = course.schedules;
  if (!schedule || course.schedules.length > 1) throw new Error(`${slug} has several schedules`);
  return schedule;
}

export async function takeSeats(slug: string, seatsTaken: number): Promise<void> {
  await database().courseSchedule.update({
    where: { id: (await scheduleOf(slug)).id },
    data: { seatsTaken },
  });
}

let held = 0;

/** A schedule of a course that is held, with its times and seats. */
export async function aSchedule(
  slug: string,
  mode: "webinar" | "face_to_face",
  startsAt: Date,
  seats = 5,
): Promise<{ readonly id: string; readonly code: string }> {
  held += 1;
  const course = await database().course.update({ where: { slug }, data: { mode } });
  return database().courseSchedule.create({
    data: {
      ...{ id: randomUUID(), courseId: course.id, code: `JDW-UJI${held}`, startsAt, seats },
      ...{ endsAt: addSeconds(startsAt, 4 * 3_600), place: "Balai warga, Binjai", createdAt: decreed },
    },
  });
}

/** What provider and platform of a course are owed by now, in rupiah. */
export async function owedFor(slug: string): Promise<{ provider: bigint; platform: bigint }> {
  const { providerSlug, platformSlug } = await database().course.findUniqueOrThrow({ where: { slug } });
  return {
    provider: await balanceOf({ kind: "provider_payable", owner: providerSlug }),
    platform: await balanceOf({ kind: "platform_commission", owner: platformSlug }),
  };
}
