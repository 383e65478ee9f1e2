import { z } from "zod";
import { onlyDigits } from "#kernel/nik.ts";
import { institutions } from "./types.ts";

const accountNumber = z
  .string("required")
  .transform(onlyDigits)
  .pipe(
    z
      .string()
      .min(1, "required")
      .regex(/^\d+$/, "number-only")
      .min(8, "account-number-length")
      .max(20, "account-number-length"),
  );

export const linkPayoutAccountInput = z
  .object({
    institution: z.enum(
      institutions.map((institution) => institution.code),
      "choose-from-list",
    ),
    number: accountNumber,
    numberAgain: z.string("required").transform(onlyDigits),
  })
  .refine((input) => input.number === input.numberAgain, {
    path: ["numberAgain"],
    error: "account-number-differs",
  });

export const retryPaymentInput = z.object({ paymentId: z.uuid("not-valid") });
