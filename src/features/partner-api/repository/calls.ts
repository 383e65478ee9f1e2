import { uuidv7 } from "#kernel/identifiers.ts";
import { realChance } from "#platform/db/chance.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import type { CallRecord, Proven } from "../types/call.ts";

export type DatedCall = CallRecord & { readonly at: Date };

/** Writes a batch of the log, outside of any transaction: it says what was answered, also where nothing was done. */
export async function insertCalls(calls: readonly DatedCall[]): Promise<void> {
  await database().partnerCall.createMany({
    data: calls.map((call) => ({ ...call, id: uuidv7(call.at, realChance.bytes(10)) })),
  });
}

type Receipt = {
  readonly status: number;
  readonly body: unknown;
  readonly fingerprint: Uint8Array;
};

type Of = { readonly clientCode: string; readonly proven: Proven };

/** The answer that this very call got before; null when it is new. */
export async function findReceipt({ clientCode, proven }: Of): Promise<Receipt | null> {
  const { call } = proven;
  return database().partnerReceipt.findUnique({
    where: { clientCode_call: { clientCode, call } },
    select: { status: true, body: true, fingerprint: true },
  });
}

type Answered = Of & { readonly status: number; readonly body: object; readonly at: Date };

/** Takes the place of this call's answer; false when another one has it. Waits for one that is under way. */
export async function claimReceipt(tx: Transaction, receipt: Answered): Promise<boolean> {
  const { count } = await tx.partnerReceipt.createMany({ data: [rowOf(receipt)], skipDuplicates: true });
  return count === 1;
}

export async function settleReceipt(tx: Transaction, receipt: Answered): Promise<void> {
  const { clientCode, call, ...data } = rowOf(receipt);
  await tx.partnerReceipt.update({ where: { clientCode_call: { clientCode, call } }, data });
}

/** Keeps a refusal, whose transaction was rolled back; an answer that is there already stays. */
export async function keepRefusal(receipt: Answered): Promise<void> {
  await database().partnerReceipt.createMany({ data: [rowOf(receipt)], skipDuplicates: true });
}

function rowOf({ clientCode, proven, status, body, at }: Answered) {
  return { clientCode, call: proven.call, fingerprint: proven.fingerprint, status, body, at };
}

/** Receipts of calls that nobody can send again because their timestamp is too old. */
export async function deleteReceiptsBefore(tx: Transaction, moment: Date): Promise<number> {
  const { count } = await tx.partnerReceipt.deleteMany({ where: { at: { lt: moment } } });
  return count;
}
