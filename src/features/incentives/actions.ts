"use server";

import { defineAction } from "#platform/web/action.ts";
import { linkPayoutAccountInput, retryPaymentInput } from "./schema.ts";
import { linkPayoutAccount } from "./use-cases/link-payout-account.ts";
import { retryPayment } from "./use-cases/retry-payment.ts";

/** A person changes an account a few times; whoever tries numbers one after the other is slowed down. */
const few = { points: 10, seconds: 3_600 };

export const linkPayoutAccountAction = defineAction({
  name: "link-payout-account",
  permission: "incentive:own",
  schema: linkPayoutAccountInput,
  limit: few,
  run: linkPayoutAccount,
  fieldOf: { "payout-account-in-use": "number", "payout-account-phone-differs": "number" },
  next: () => "/rekening?tersimpan=1",
});

export const retryPaymentAction = defineAction({
  name: "retry-payment",
  permission: "incentive:own",
  schema: retryPaymentInput,
  limit: few,
  run: retryPayment,
  next: () => "/insentif?dicoba=1",
});
