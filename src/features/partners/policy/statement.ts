import { type Day, dayInWib, dayOf, startOfDay } from "#kernel/calendar.ts";
import type { StatementKind } from "../types/statement.ts";

export type Period = { readonly month: string; readonly from: Date; readonly until: Date };

/** The calendar month in WIB that a moment lies in: "2026-11". */
export function monthOf(moment: Date): string {
  return dayInWib(moment).slice(0, 7);
}

/** The month as moments; null when there is no such month. */
export function periodOf(month: string): Period | null {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  const first = year && number ? dayOf(Number(year), Number(number), 1) : null;
  return first && { month, from: startOfDay(first), until: startOfDay(firstOfNext(first)) };
}

/** The month before, or after. */
export function neighbour(month: string, step: -1 | 1): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + step;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

function firstOfNext(first: Day): Day {
  const month = neighbour(first.slice(0, 7), 1);
  return `${month}-01` as Day;
}

/** What a transfer of the ledger means on a partner's statement. Money that leaves and is no refund was settled. */
export function kindOf(transferKind: string, amount: bigint): StatementKind {
  if (transferKind === "purchase") return "sale";
  if (transferKind === "purchase-cancel") return "refund";
  return amount < 0n ? "settled" : "other";
}
