import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import {
  findTransfer,
  insertTransfer,
  keepsBalance,
  lockAccounts,
  nameOf,
  type OpenedAccount,
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
  const names = lines.map((line) => line.account);
  const held = await lockAccounts(work.tx, names);
  // An account that is not there holds nothing, and is not opened by a transfer that cannot be.
  const isShort = lines.some(({ account, amount }) => {
    const balance = held.get(nameOf(account))?.balance ?? 0n;
    return keepsBalance(account.kind) && balance + amount < 0n;
  });
  if (!isShort) {
    const isAllThere = names.every((name) => held.has(nameOf(name)));
    const accounts = isAllThere ? held : await openAccounts(work, names, order.waveId);
    const transferId = work.newId<"transfer">();
    const waveOfOwner = [...accounts.values()].find(({ waveId }) => waveId !== null)?.waveId;
    const isNew = await insertTransfer(work, {
      ...{ id: transferId, key: order.key, kind: order.kind, fingerprint },
      waveId: order.waveId ?? waveOfOwner ?? null,
      entries: lines.map((line) => ({ accountId: accountOf(accounts, line).id, amount: line.amount })),
    });
    if (isNew) return ok({ transferId });
  }
  return answerEarlier(work, order.key, fingerprint);
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

function accountOf(accounts: ReadonlyMap<string, OpenedAccount>, { account }: Line): OpenedAccount {
  const opened = accounts.get(nameOf(account));
  if (!opened) throw new Error(`account ${account.kind} was not opened`);
  return opened;
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
