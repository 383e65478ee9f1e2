import { addDays, addSeconds, dayInWib, secondsBetween, startOfDay } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { IncentiveRefusal } from "./refusals.ts";
import {
  type IncentiveLabel,
  type IncentiveStatus,
  type IncentiveStep,
  type IncentiveView,
  type InstitutionCode,
  institutions,
  type PayoutAccount,
  type PlannedPayment,
  type RepairReason,
} from "./types.ts";

/** Where each state may go. Nothing leaves "paid" or "cancelled". */
const moves: Readonly<Record<IncentiveStatus, readonly IncentiveStatus[]>> = {
  scheduled: ["processing", "cancelled"],
  processing: ["paid", "held", "cancelled"],
  held: ["scheduled", "cancelled"],
  paid: [],
  cancelled: [],
};

export function mayGo(from: IncentiveStatus, to: IncentiveStatus): boolean {
  return moves[from].includes(to);
}

type JobSearchTerms = {
  /** Rupiah a payment. */
  readonly jobSearchIncentive: number;
  readonly jobSearchPayments: number;
  readonly daysBetweenPayments: number;
};

/** The job-search payments: the first on the day after the certificate, then at equal distances (rules, section 7). */
export function planJobSearch(certificateIssuedAt: Date, terms: JobSearchTerms): PlannedPayment[] {
  const first = addDays(dayInWib(certificateIssuedAt), 1);
  return Array.from({ length: terms.jobSearchPayments }, (_, index) => ({
    kind: "job_search",
    sequence: index + 1,
    amount: BigInt(terms.jobSearchIncentive),
    scheduledFor: startOfDay(addDays(first, index * terms.daysBetweenPayments)),
  }));
}

/** The payment for an answered survey: on the next day, well within the 14 days of the rules. */
export function planSurvey(number: number, answeredAt: Date, surveyIncentive: number): PlannedPayment {
  return {
    kind: "survey",
    sequence: number,
    amount: BigInt(surveyIncentive),
    scheduledFor: startOfDay(addDays(dayInWib(answeredAt), 1)),
  };
}

type LinkFacts = {
  /** null: not a recipient. */
  readonly membership: "active" | "completed" | "revoked" | null;
  readonly isUsedBySomebodyElse: boolean;
  readonly hasPaymentUnderWay: boolean;
  readonly isOwnPhone: boolean;
};

/** Whether this account may become the person's own (rules, section 7: one account serves one person). */
export function decideLink(institution: InstitutionCode, facts: LinkFacts): Result<void, IncentiveRefusal> {
  if (facts.membership === null || facts.membership === "revoked")
    return refuse({ code: "payout-account-not-recipient" });
  if (facts.hasPaymentUnderWay) return refuse({ code: "payout-account-payment-processing" });
  if (isElectronicMoney(institution) && !facts.isOwnPhone)
    return refuse({ code: "payout-account-phone-differs" });
  return facts.isUsedBySomebodyElse ? refuse({ code: "payout-account-in-use" }) : ok();
}

export function isElectronicMoney(code: InstitutionCode): boolean {
  return institutions.some((institution) => institution.code === code && institution.kind === "e-money");
}

type Inquiry = { readonly exists: boolean; readonly active: boolean; readonly belongsToClaim: boolean };

/** What an institution's answer means for the account. null: it is verified. */
export function judgeInquiry({ exists, active, belongsToClaim }: Inquiry): RepairReason | null {
  if (!exists) return "payout-account-not-found";
  if (!active) return "payout-account-inactive";
  return belongsToClaim ? null : "payout-account-name-mismatch";
}

/** Whether a held payment may be tried again into the same account. */
export function decideRetry(
  status: IncentiveStatus | null,
  isAccountVerified: boolean,
): Result<void, IncentiveRefusal> {
  if (status === null || !mayGo(status, "scheduled")) return refuse({ code: "incentive-not-held" });
  return isAccountVerified ? ok() : refuse({ code: "incentive-account-not-verified" });
}

/** Seconds after an order in which its sender is still at it, and nobody else asks about it. */
export const SENDING_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 900;

/** When an unknown outcome is asked for again: after as long as it has been unknown, at most a quarter of an hour. */
export function nextQuestion(orderedAt: Date, now: Date, jitter: number): Date {
  const age = secondsBetween(orderedAt, now);
  const pause = Math.min(Math.max(age, SENDING_SECONDS), LONGEST_PAUSE_SECONDS);
  return addSeconds(now, Math.round(pause * (1 + jitter / 4)));
}

/** One state, one label (rules, section 8): without a verified account nothing can be on its way. */
export function labelOf(status: IncentiveStatus, isAccountVerified: boolean): IncentiveLabel {
  switch (status) {
    case "scheduled":
      return isAccountVerified ? "scheduled" : "not-processed";
    case "processing":
      return "checking";
    case "cancelled":
      return "failed";
    default:
      return status;
  }
}

/** The one next step about one's money: first what the person can do, then what is waited for. */
export function nextStepOf(
  payments: readonly IncentiveView[],
  account: Pick<PayoutAccount, "status" | "reason"> | null,
): IncentiveStep {
  const open = payments.filter((payment) => payment.label !== "paid" && payment.label !== "failed");
  const [first] = open;
  if (!first)
    return payments.some((payment) => payment.label === "paid") ? { step: "done" } : { step: "none" };
  if (!account) return { step: "link", first };
  if (account.status === "checking") return { step: "await-check" };
  const reason = account.reason ?? open.find((payment) => payment.label === "held")?.reason;
  if (reason) return { step: "repair", reason };
  const underWay = open.find((payment) => payment.label === "checking");
  return underWay ? { step: "await-bank", payment: underWay } : { step: "await-day", payment: first };
}
