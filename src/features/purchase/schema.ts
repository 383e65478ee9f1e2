import { z } from "zod";
import { sixDigits } from "#kernel/form-fields.ts";

const slug = z.string("required").regex(/^[a-z0-9-]{1,80}$/, "not-valid");

/** People copy numbers with the spaces and dashes they see. */
const cardNumber = z
  .string("required")
  .transform((text) => text.replace(/[\s.-]/g, ""))
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^\d*$/, "number-only")
      .regex(/^\d{16}$/, "card-number-length"),
  );

export const requestPurchaseInput = z.object({
  slug,
  /** The schedule that was chosen; a self-paced course has one. */
  schedule: z.string("choose-one").regex(/^[A-Z0-9-]{4,20}$/, "choose-one"),
  cardNumber,
});

export const authorizePurchaseInput = z.object({
  intentId: z.uuid("not-valid"),
  digits: sixDigits,
});

export const resendCodeInput = z.object({ intentId: z.uuid("not-valid") });

export const redeemCodeInput = z.object({
  purchaseId: z.uuid("not-valid"),
  redeemCode: z
    .string("required")
    .transform((text) => text.replace(/[\s-]/g, "").toUpperCase())
    .pipe(
      z
        .string()
        .min(1, "required")
        .regex(/^[A-Z0-9]{10}$/, "redeem-code-shape"),
    ),
});

export const cancelPurchaseInput = z.object({
  purchaseId: z.uuid("not-valid"),
  confirmed: z.literal("yes", "tick-this"),
});

/** Of a scheme's parameters, what a purchase knows. */
export const purchaseTerms = z.object({
  daysToFirstPurchase: z.int(),
  daysToNextPurchase: z.int().nullable(),
  daysToFinish: z.int(),
});

/** `/transaksi?sesudah=<id of a movement>` */
export const transactionsQuery = z.object({ sesudah: z.uuid().optional().catch(undefined) });
