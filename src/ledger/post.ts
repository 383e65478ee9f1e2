import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { findTransfer, insertTransfer, lockAccounts, openAccounts } from "./repository.ts";
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
  const accounts = await openAccounts(
    work,
    lines.map((line) => line.account),
  );
  const balances = await lockAccounts(work.tx, [...accounts.values()]);

  const earlier = await findTransfer(work.tx, order.key);
  if (earlier) {
    const isSame = Buffer.compare(earlier.fingerprint, fingerprint) === 0;
    return isSame ? ok({ transferId: earlier.id }) : refuse({ code: "ledger-key-reused" });
  }
  for (const line of lines) {
    const balance = balances.get(accountId(accounts, line));
    if (balance !== undefined && balance + line.amount < 0n) return refuse({ code: "ledger-insufficient" });
  }
  const transferId = work.newId<"transfer">();
  await insertTransfer(work, {
    ...{ id: transferId, key: order.key, kind: order.kind, fingerprint },
    entries: lines.map((line) => ({ accountId: accountId(accounts, line), amount: line.amount })),
  });
  return ok({ transferId });
}

function accountId(accounts: ReadonlyMap<string, string>, { account }: Line): string {
  const id = accounts.get(`${account.kind}:${account.owner}`);
  if (!id) throw new Error(`account ${account.kind} was not opened`);
  return id;
}

/** One line an account, in one order everywhere, so that equal transfers look equal. */
function inOrder(lines: readonly Line[]): Line[] {
  const name = ({ account }: Line) => `${account.kind}:${account.owner}`;
  return [...lines].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

function fingerprintOf(kind: string, lines: readonly Line[]): Buffer {
  const text = lines.map(({ account, amount }) => `${account.kind}:${account.owner}:${amount}`);
  return createHash("sha256")
    .update([kind, ...text].join("\n"))
    .digest();
}
