import { deadlineAfter } from "#kernel/calendar.ts";
import type { BalanceMovementKind } from "../types.ts";

/**
 * The last moment to buy the first training (programme rules, section 2): the day of the decree is day 1, or the day on
 * which a provider called off what the person had bought, since that loss of time was not theirs.
 */
export function firstPurchaseDeadline(
  determinedAt: Date,
  daysToFirstPurchase: number,
  calledOffAt: Date | null = null,
): Date {
  const since = calledOffAt && calledOffAt > determinedAt ? calledOffAt : determinedAt;
  return deadlineAfter(since, daysToFirstPurchase);
}

const KINDS: Readonly<Record<string, BalanceMovementKind>> = {
  "training-balance": "opened",
  purchase: "purchase",
  "purchase-cancel": "cancellation",
  forfeit: "forfeit",
};

/** What a transfer of the ledger was for, as its holder understands it. */
export function readMovement(key: string): {
  readonly kind: BalanceMovementKind;
  readonly purchaseId: string | null;
} {
  const [event = "", id = null] = key.split(":");
  const kind = KINDS[event] ?? "other";
  return { kind, purchaseId: kind === "purchase" || kind === "cancellation" ? id : null };
}
