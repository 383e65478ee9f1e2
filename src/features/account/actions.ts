"use server";

import { currentLocale } from "#i18n/locale.ts";
import { defineAction } from "#platform/web/action.ts";
import { emailOnlyInput, registerAccountInput, tokenInput } from "./schema.ts";
import { registerAccount } from "./use-cases/register-account.ts";
import { requestLink } from "./use-cases/request-link.ts";
import { verifyEmail } from "./use-cases/verify-email.ts";

const patient = { points: 300, seconds: 600 };

export const registerAccountAction = defineAction({
  name: "register-account",
  permission: "account:open",
  schema: registerAccountInput,
  limit: patient,
  run: async (work, input) => registerAccount(work, { ...input, locale: await currentLocale() }),
  next: ({ email }) => `/daftar/periksa-email?email=${encodeURIComponent(email)}`,
});

export const resendVerificationAction = defineAction({
  name: "resend-verification",
  permission: "account:open",
  schema: emailOnlyInput,
  limit: patient,
  run: (work, input) => requestLink(work, { ...input, purpose: "verify_email" }),
  next: ({ email }) => `/daftar/periksa-email?email=${encodeURIComponent(email)}&lagi=1`,
});

export const verifyEmailAction = defineAction({
  name: "verify-email",
  permission: "account:open",
  schema: tokenInput,
  run: verifyEmail,
  next: () => "/masuk?email=terverifikasi",
});
