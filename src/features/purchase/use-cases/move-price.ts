import type { ParticipantId } from "#kernel/identifiers.ts";
import { post } from "#ledger/post.ts";
import type { Line } from "#ledger/types.ts";
import type { Work } from "#platform/db/work.ts";
import type { PurchaseId } from "../types.ts";

type Priced = {
  readonly id: PurchaseId;
  readonly participantId: ParticipantId;
  readonly providerSlug: string;
  readonly platformSlug: string;
  readonly price: bigint;
  readonly commission: bigint;
};

/** The price leaves the balance: the platform's commission to the platform, the rest to the provider. False: too little is left. */
export async function payPurchase(work: Work, purchase: Priced): Promise<boolean> {
  const paid = await post(work, {
    key: `purchase:${purchase.id}`,
    kind: "purchase",
    lines: linesOf(purchase, 1n),
  });
  if (paid.ok) return true;
  if (paid.refusal.code === "ledger-insufficient") return false;
  throw new Error(`purchase ${purchase.id}: ${paid.refusal.code}`);
}

/** The very same lines the other way. */
export async function returnPrice(work: Work, purchase: Priced): Promise<void> {
  const returned = await post(work, {
    key: `purchase-cancel:${purchase.id}`,
    kind: "purchase-cancel",
    lines: linesOf(purchase, -1n),
  });
  if (!returned.ok) throw new Error(`cancelling ${purchase.id}: ${returned.refusal.code}`);
}

/** A line of nothing is no line. */
function linesOf(
  { participantId, providerSlug, platformSlug, price, commission }: Priced,
  way: 1n | -1n,
): Line[] {
  const lines: Line[] = [
    { account: { kind: "training_balance", owner: participantId }, amount: -price * way },
    { account: { kind: "provider_payable", owner: providerSlug }, amount: (price - commission) * way },
    { account: { kind: "platform_commission", owner: platformSlug }, amount: commission * way },
  ];
  return lines.filter(({ amount }) => amount !== 0n);
}
