import type { CodeState } from "#features/account/types.ts";
import type { IntentId, PurchaseDates, PurchaseId, ScheduleTimes } from "../types.ts";

/** Whether a person may buy a course now: yes with what each schedule leads to, or why not. */
export type Offer =
  | {
      readonly kind: "buyable";
      readonly balanceAfter: bigint;
      /** What can be chosen: one for a self-paced course. */
      readonly choices: readonly OfferedSchedule[];
    }
  | {
      readonly kind: "refused";
      readonly refusal: { readonly code: string };
      readonly underWay: string | null;
    };

export type OfferedSchedule = ScheduleTimes & {
  readonly code: string;
  readonly place: string | null;
  readonly seatsLeft: number;
  readonly dates: PurchaseDates;
};

/** A purchase that waits for its code, as its buyer sees it. */
export type WaitingPurchase = {
  readonly id: IntentId;
  readonly state: "open" | "bought" | "replaced" | "expired";
  readonly purchaseId: PurchaseId | null;
  readonly courseSlug: string;
  readonly scheduleCode: string;
  readonly amount: bigint;
  /** Rupiah. */
  readonly balance: bigint;
  readonly expiresAt: Date;
  /** Where the last code went, and where it is. */
  readonly code: (CodeState & { readonly channel: "sms" | "email"; readonly contact: string }) | null;
};
