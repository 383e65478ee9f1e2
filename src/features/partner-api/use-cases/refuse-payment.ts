import type { CancelRefusal, IntentRefusal, PurchaseRefusal } from "#features/purchase/refusals.ts";
import { type Result, refuse, refuseAndKeep } from "#kernel/result.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import type { PaymentCode } from "../refusals/payments.ts";

type Reason = (PurchaseRefusal | IntentRefusal | CodeRefusal | CancelRefusal)["code"];

/** What a partner is told for each reason of the purchase's own rules. */
const codes = {
  "purchase-card-wrong": "ERRPLT40001",
  "purchase-not-recipient": "ERRPLT40001",
  "purchase-membership-ended": "ERRPLT40002",
  "purchase-under-way": "ERRPLT40003",
  "purchase-bought-before": "ERRPLT40004",
  "purchase-first-too-late": "ERRPLT40005",
  "purchase-next-too-late": "ERRPLT40006",
  "purchase-too-young": "ERRPLT40007",
  "purchase-education-short": "ERRPLT40008",
  "purchase-no-seat": "ERRPLT40009",
  "purchase-balance-short": "ERRPLT40010",
  "purchase-price-changed": "ERRPLT40011",
  "purchase-schedule-begun": "ERRPLT40012",
  "purchase-no-contact": "ERRPLT40013",
  "purchase-course-unknown": "ERRPLT40037",
  "purchase-schedule-unknown": "ERRPLT40037",
  "code-wrong": "ERRPLT40014",
  "code-expired": "ERRPLT40015",
  "code-blocked": "ERRPLT40016",
  "code-send-blocked": "ERRPLT40016",
  "code-send-soon": "ERRPLT40017",
  "purchase-intent-unknown": "ERRPLT40018",
  "purchase-intent-replaced": "ERRPLT40019",
  "purchase-intent-expired": "ERRPLT40020",
  "purchase-invoice-taken": "ERRPLT40021",
  "cancel-purchase-unknown": "ERRVOD40001",
  "cancel-done-before": "ERRPLT40028",
  "cancel-too-late": "ERRPLT40029",
  "cancel-training-open": "ERRPLT40030",
  "cancel-never-possible": "ERRPLT40031",
  "cancel-membership-ended": "ERRPLT40032",
} as const satisfies Record<Reason, PaymentCode>;

type No = {
  readonly ok: false;
  readonly refusal: { readonly code: Reason };
  readonly keeps?: true;
};

/** The same no, by the code that partners know; a wrong code stays counted. */
export function refusePayment({ refusal, keeps }: No): Result<never, { readonly code: PaymentCode }> {
  const code = codes[refusal.code];
  return keeps ? refuseAndKeep({ code }) : refuse({ code });
}
