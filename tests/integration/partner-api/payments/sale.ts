import { openBalanceReaction } from "#features/balance/use-cases/open-balance.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { balanceOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { digitsOf } from "#platform/one-time-code/digits.ts";
import { recipients } from "../../../support/people.ts";

export const QUOTA = "/api/v1/integration/payment/quota-schedule";
export const OTP = "/api/v1/integration/payment/send-otp";
export const AUTHORIZE = "/api/v1/integration/payment/authorize";
export const PAYMENT = "/api/v1/integration/payment/status";
export const VOID = "/api/v1/integration/payment/void";

let wave = 400;

type Buyer = { readonly id: ParticipantId; readonly card: string };

const AT_ONCE = 8;
const waiting: Buyer[] = [];

/** A recipient with a balance and a card. One wave determines several, who wait for their turn. */
export async function aBuyer(): Promise<Buyer> {
  if (waiting.length === 0) waiting.push(...(await buyers(AT_ONCE)));
  const next = waiting.shift();
  if (!next) throw new Error("nobody was determined");
  return next;
}

async function buyers(count: number): Promise<Buyer[]> {
  wave += 1;
  const found: Buyer[] = [];
  for (const id of await recipients(new Date(), count, wave)) {
    const { waveId } = await database().determination.findUniqueOrThrow({ where: { participantId: id } });
    await openBalanceReaction({ participantId: id, waveId });
    const row = await database().recipientCard.findUniqueOrThrow({ where: { participantId: id } });
    found.push({ id, card: decryptField(row.numberCipher) });
  }
  return found;
}

/** A self-paced course that a recipient can pay, as its platform knows it. */
export async function aCourse() {
  const course = await database().course.findFirstOrThrow({
    where: { active: true, mode: "self_paced", price: { lte: 400_000 }, minimumEducation: null },
    orderBy: { code: "asc" },
    include: { schedules: { where: { cancelledAt: null } } },
  });
  const schedule = course.schedules[0];
  if (!schedule) throw new Error(`${course.code} has no schedule`);
  return {
    ...{ courseCode: course.code, scheduleCode: schedule.code, scheduleId: schedule.id },
    ...{ price: course.price, amount: Number(course.price), platformSlug: course.platformSlug },
    providerSlug: course.providerSlug,
  };
}

/** What the participant reads on the phone. */
export async function otpOf(participantId: ParticipantId): Promise<string> {
  const code = await database().oneTimeCode.findFirstOrThrow({
    where: { holderId: participantId, purpose: "purchase" },
    orderBy: { createdAt: "desc" },
  });
  return digitsOf(code.id);
}

export function balance(participantId: ParticipantId): Promise<bigint> {
  return balanceOf({ kind: "training_balance", owner: participantId });
}
