import type { CourseId, CourseMode, ScheduleId } from "#features/catalogue/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { PurchaseId, PurchaseStatus, ScheduleTimes } from "../types.ts";

/** A purchase as a partner's system may know it: codes and facts, and by the participant's id who bought it. */
export type PartnerPurchase = {
  readonly id: PurchaseId;
  readonly participantId: ParticipantId;
  readonly invoiceCode: string;
  readonly transactionCode: string;
  readonly redeemCode: string;
  /** Rupiah. */
  readonly price: bigint;
  readonly status: PurchaseStatus;
  readonly purchasedAt: Date;
  readonly redeemFrom: Date;
  readonly redeemBy: Date;
  readonly redeemedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly course: {
    readonly id: CourseId;
    readonly code: string;
    readonly title: string;
    readonly mode: CourseMode;
  };
  readonly schedule: ScheduleTimes & {
    readonly id: ScheduleId;
    readonly code: string;
    readonly place: string | null;
  };
  readonly provider: { readonly slug: string; readonly name: string };
  readonly platform: { readonly slug: string; readonly name: string };
};
