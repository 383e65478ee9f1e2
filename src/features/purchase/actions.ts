"use server";

import { defineAction } from "#platform/web/action.ts";
import { buyCourseInput, cancelPurchaseInput, redeemCodeInput } from "./schema.ts";
import { buyCourse } from "./use-cases/buy-course.ts";
import { cancelPurchase } from "./use-cases/cancel-purchase.ts";
import { redeemCode } from "./use-cases/redeem-code.ts";

/** Whoever tries card numbers or codes one after the other is slowed down. */
const few = { points: 20, seconds: 600 };

export const buyCourseAction = defineAction({
  name: "buy-course",
  permission: "purchase:own",
  schema: buyCourseInput,
  limit: few,
  run: buyCourse,
  fieldOf: { "purchase-card-wrong": "cardNumber" },
  next: ({ purchaseId }) => `/transaksi/${purchaseId}?baru=1`,
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
