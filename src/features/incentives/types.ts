import type { Id, ParticipantId } from "#kernel/identifiers.ts";

export type IncentivePaymentId = Id<"incentive-payment">;
export type PaymentOrderId = Id<"payment-order">;

/** The invented partners that accounts may be held at. E-money is known by its holder's phone number. */
export const institutions = [
  { code: "bank-nusa", kind: "bank" },
  { code: "bank-lestari", kind: "bank" },
  { code: "dompet-awan", kind: "e-money" },
] as const;

export type InstitutionCode = (typeof institutions)[number]["code"];

export type PayoutAccountStatus = "checking" | "verified" | "refused";

/** Why an account or a payment into it was refused; each has a sentence that says how to repair it. */
export type RepairReason =
  | "payout-account-not-found"
  | "payout-account-inactive"
  | "payout-account-name-mismatch"
  | "payout-account-limit";

/** The account as its holder sees it. */
export type PayoutAccount = {
  readonly institution: InstitutionCode;
  /** The last four digits. */
  readonly numberTail: string;
  readonly holderName: string | null;
  readonly status: PayoutAccountStatus;
  readonly reason: RepairReason | null;
  readonly linkedAt: Date;
  readonly checkedAt: Date | null;
};

export type IncentiveKind = "job_search" | "survey";

/** A payment's life. Paid and cancelled are for ever. */
export type IncentiveStatus = "scheduled" | "processing" | "held" | "paid" | "cancelled";

/** What a person calls the state of a payment (programme rules, section 8); one label, one meaning. */
export type IncentiveLabel = "not-processed" | "scheduled" | "checking" | "held" | "failed" | "paid";

/** One payment as its receiver sees it. */
export type IncentiveView = {
  readonly id: IncentivePaymentId;
  readonly kind: IncentiveKind;
  readonly sequence: number;
  /** Rupiah. */
  readonly amount: bigint;
  readonly scheduledFor: Date;
  readonly paidAt: Date | null;
  readonly label: IncentiveLabel;
  readonly reason: RepairReason | null;
};

/** Everything the page of incentives says. Rupiah. */
export type IncentiveOverview = {
  readonly payments: readonly IncentiveView[];
  readonly received: bigint;
  readonly toCome: bigint;
  readonly account: PayoutAccount | null;
  readonly nextStep: IncentiveStep;
};

/** What the person does next about the money, or waits for. */
export type IncentiveStep =
  | { readonly step: "none" }
  | { readonly step: "link"; readonly first: IncentiveView }
  | { readonly step: "repair"; readonly reason: RepairReason }
  | { readonly step: "await-check" }
  | { readonly step: "await-bank"; readonly payment: IncentiveView }
  | { readonly step: "await-day"; readonly payment: IncentiveView }
  | { readonly step: "done" };

/** What a payment will be, before it is written. */
export type PlannedPayment = {
  readonly kind: IncentiveKind;
  readonly sequence: number;
  /** Rupiah. */
  readonly amount: bigint;
  readonly scheduledFor: Date;
};

/** An order that was, or may have been, given to the partner. */
export type OpenOrder = {
  readonly orderId: PaymentOrderId;
  readonly paymentId: IncentivePaymentId;
  readonly participantId: ParticipantId;
  readonly amount: bigint;
  readonly institution: string;
  readonly number: string;
  readonly holderName: string;
  /** When the intent was written down. */
  readonly orderedAt: Date;
};
