import type { Transaction } from "#platform/db/client.ts";
import { sandboxState } from "../schema/sandbox.ts";
import type { SandboxState } from "../types/sandbox.ts";

/** Holds the purchase of a code until this transaction ends. */
export async function lockPurchaseOfCode(tx: Transaction, redeemCode: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM purchase WHERE redeem_code = ${redeemCode} FOR UPDATE`;
}

type Shown = { readonly purchaseId: string; readonly sequence: number; readonly now: Date };

/** Writes down that the participant was present; false when that stands there already. */
export async function insertAttendance(
  tx: Transaction,
  { purchaseId, sequence, now }: Shown,
): Promise<boolean> {
  const { count } = await tx.attendance.createMany({
    data: [{ purchaseId, sequence, verifiedAt: now, proof: "code" }],
    skipDuplicates: true,
  });
  return count === 1;
}

type NewPresenceRequest = {
  readonly id: string;
  readonly clientCode: string;
  readonly purchaseId: string | null;
  readonly redeemCode: string;
  readonly sequence: number;
  readonly redirectUri: string;
  readonly emailIndex: Uint8Array<ArrayBuffer>;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

export async function insertPresenceRequest(tx: Transaction, request: NewPresenceRequest): Promise<void> {
  await tx.presenceRequest.create({ data: request });
}

/** Holds the request behind an address until this transaction ends. */
export async function lockRequest(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM presence_request WHERE id = ${id}::uuid FOR UPDATE`;
}

export async function markRequestUsed(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.presenceRequest.update({ where: { id }, data: { usedAt: now } });
}

type OfClient = { readonly clientCode: string; readonly code: string };

/** What a training code of this client went through, held until this transaction ends; null while it is untouched. */
export async function lockSandbox(
  tx: Transaction,
  { clientCode, code }: OfClient,
): Promise<SandboxState | null> {
  await tx.$queryRaw`SELECT 1 FROM sandbox_code WHERE client_code = ${clientCode} AND code = ${code} FOR UPDATE`;
  const row = await tx.sandboxCode.findUnique({ where: { clientCode_code: { clientCode, code } } });
  return row && sandboxState.parse(row.state);
}

export async function saveSandbox(
  tx: Transaction,
  { clientCode, code, state, now }: OfClient & { readonly state: SandboxState; readonly now: Date },
): Promise<void> {
  const written = { state: { ...state, present: [...state.present] }, changedAt: now };
  await tx.sandboxCode.upsert({
    where: { clientCode_code: { clientCode, code } },
    create: { clientCode, code, ...written },
    update: written,
  });
}

/** The training code begins anew. */
export async function deleteSandbox(tx: Transaction, { clientCode, code }: OfClient): Promise<void> {
  await tx.sandboxCode.deleteMany({ where: { clientCode, code } });
}
