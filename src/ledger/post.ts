import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import {
  findBalances,
  findTransfer,
  insertTransfer,
  keepsBalance,
  nameOf,
  openAccounts,
} from "./repository.ts";
import type { LedgerRefusal, Line, TransferOrder } from "./types.ts";

/**
 * Moves money once a key, in the caller's transaction. The same key with the same lines answers the first transfer;
 * with other lines it is refused. No account that keeps a balance goes below zero; the database holds the same rules.
 */
export async function post(
  work: Work,
  order: TransferOrder,
): Promise<Result<{ readonly transferId: string }, LedgerRefusal>> {
  const lines = inOrder(order.lines);
  const fingerprint = fingerprintOf(order.kind, lines);
  const transfer = {
    ...{ id: work.newId<"transfer">(), key: order.key, kind: order.kind, waveId: order.waveId },
    ...{ fingerprint, lines },
  };
  const isWritten =
    (await insertTransfer(work, transfer)) ||
    ((await openForLines(work, lines, order.waveId)) && (await insertTransfer(work, transfer)));
  return isWritten ? ok({ transferId: transfer.id }) : answerEarlier(work, order.key, fingerprint);
}

/**
 * Opens the accounts that are missing; false when the money does not suffice: an account that is not there holds nothing,
 * and is not opened by a transfer that cannot be.
 */
async function openForLines(
  work: Work,
  lines: readonly Line[],
  waveId: string | undefined,
): Promise<boolean> {
  const names = lines.map((line) => line.account);
  const balances = await findBalances(work.tx, names);
  const isShort = lines.some(
    ({ account, amount }) =>
      keepsBalance(account.kind) && (balances.get(nameOf(account)) ?? 0n) + amount < 0n,
  );
  if (isShort) return false;
  await openAccounts(work, names, waveId);
  return true;
}

/** The key was used before, or the money does not suffice: then only the very same transfer of before is an answer. */
async function answerEarlier(
  work: Work,
  key: string,
  fingerprint: Buffer,
): Promise<Result<{ readonly transferId: string }, LedgerRefusal>> {
  const earlier = await findTransfer(work.tx, key);
  if (!earlier) return refuse({ code: "ledger-insufficient" });
  const isSame = Buffer.compare(earlier.fingerprint, fingerprint) === 0;
  return isSame ? ok({ transferId: earlier.id }) : refuse({ code: "ledger-key-reused" });
}

/** One line an account, in one order everywhere, so that equal transfers look equal. */
function inOrder(lines: readonly Line[]): Line[] {
  return [...lines].sort((a, b) => (nameOf(a.account) < nameOf(b.account) ? -1 : 1));
}

function fingerprintOf(kind: string, lines: readonly Line[]): Buffer {
  const text = lines.map(({ account, amount }) => `${account.kind}:${account.owner}:${amount}`);
  return createHash("sha256")
    .update([kind, ...text].join("\n"))
    .digest();
}
