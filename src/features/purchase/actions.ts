"use server";

import { defineAction } from "#platform/web/action.ts";
import {
  authorizePurchaseInput,
  cancelPurchaseInput,
  redeemCodeInput,
  requestPurchaseInput,
  resendCodeInput,
} from "./schema.ts";
import { authorizePurchase } from "./use-cases/authorize-purchase.ts";
import { cancelPurchase } from "./use-cases/cancel-purchase.ts";
import { redeemCode } from "./use-cases/redeem-code.ts";
import { requestPurchase } from "./use-cases/request-purchase.ts";
import { resendCode } from "./use-cases/resend-code.ts";

/** Whoever tries card numbers or codes one after the other is slowed down. */
const few = { points: 20, seconds: 600 };

export const requestPurchaseAction = defineAction({
  name: "request-purchase",
  permission: "purchase:own",
  schema: requestPurchaseInput,
  limit: few,
  run: async (work, { slug, schedule, cardNumber }) => {
    const requested = await requestPurchase(work, {
      ...{ participantId: work.actor.participantId, cardNumber, scheduleCode: schedule, shownPrice: null },
      course: { slug },
      seller: { channel: "portal" },
    });
    if (!requested.ok) return requested;
    return { ok: true, value: { intentId: requested.value.intentId } };
  },
  fieldOf: {
    "purchase-card-wrong": "cardNumber",
    "purchase-schedule-unknown": "schedule",
    "purchase-schedule-begun": "schedule",
    "purchase-no-seat": "schedule",
  },
  next: ({ intentId }) => `/beli/kode/${intentId}`,
});

export const authorizePurchaseAction = defineAction({
  name: "authorize-purchase",
  permission: "purchase:own",
  schema: authorizePurchaseInput,
  limit: few,
  run: (work, { intentId, digits }) =>
    authorizePurchase(work, {
      ...{ digits, invoiceCode: null },
      intent: { id: intentId, participantId: work.actor.participantId },
      seller: { channel: "portal" },
    }),
  fieldOf: { "code-wrong": "digits", "code-expired": "digits" },
  next: ({ purchaseId }) => `/transaksi/${purchaseId}?baru=1`,
});

export const resendCodeAction = defineAction({
  name: "resend-purchase-code",
  permission: "purchase:own",
  schema: resendCodeInput,
  limit: few,
  run: resendCode,
  next: ({ intentId }) => `/beli/kode/${intentId}?dikirim=1`,
});

export const redeemCodeAction = defineAction({
  name: "redeem-code",
  permission: "purchase:own",
  schema: redeemCodeInput,
  limit: few,
  run: redeemCode,
  fieldOf: {
    "redeem-code-unknown": "redeemCode",
    "redeem-code-other-training": "redeemCode",
    "redeem-code-other-provider": "redeemCode",
    "redeem-code-cancelled": "redeemCode",
  },
  next: ({ courseSlug }) => `/belajar/${courseSlug}`,
});

export const cancelPurchaseAction = defineAction({
  name: "cancel-purchase",
  permission: "purchase:own",
  schema: cancelPurchaseInput,
  limit: few,
  run: cancelPurchase,
  next: ({ purchaseId }) => `/transaksi/${purchaseId}?batal=1`,
});
