import type { CourseMode } from "#features/catalogue/types.ts";
import type { PurchaseStatus } from "#features/purchase/types.ts";

/** What a redeem code stands for, as a provider's system asks for it. */
export type Redeemable = {
  readonly redeemCode: string;
  /** Null for a code of the sandbox. */
  readonly purchaseId: string | null;
  readonly participantId: string | null;
  readonly courseId: string | null;
  readonly courseCode: string;
  readonly invoiceCode: string;
  readonly scheduleCode: string;
  readonly providerSlug: string;
  readonly platformSlug: string;
  readonly mode: CourseMode;
  readonly status: PurchaseStatus;
  /** First and last moment to use the code. */
  readonly redeemFrom: Date;
  readonly redeemBy: Date;
  readonly redeemedAt: Date | null;
  /** Null where the training has no schedule. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** The provider called the schedule off. */
  readonly isCalledOff: boolean;
  /** Sequences at which presence was shown. */
  readonly present: readonly number[];
};

/** Which part of a training: 1 to 10, and 999 for the post-test. */
export const POST_TEST = 999;

export type TaskPart = "assignment" | "feedback";
export type TaskScope = "tpm" | "uk";
/** A task of a code: practice tasks 1 to 998, the skill showcase 999. */
export type TaskPlace = { readonly redeemCode: string; readonly scope: TaskScope; readonly sequence: number };
/** 0 none, 1 pending, 2 success, 3 failed. */
export type TaskStatus = 0 | 1 | 2 | 3;
