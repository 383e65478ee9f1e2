"use server";

import { redirect } from "next/navigation";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { currentLocale } from "#i18n/locale.ts";
import { defineAction } from "#platform/web/action.ts";
import { endSession, startSession } from "#platform/web/session.ts";
import {
  emailOnlyInput,
  registerAccountInput,
  resetPasswordInput,
  signInInput,
  tokenInput,
} from "./schema.ts";
import { registerAccount } from "./use-cases/register-account.ts";
import { requestLink } from "./use-cases/request-link.ts";
import { resetPassword } from "./use-cases/reset-password.ts";
import { signIn } from "./use-cases/sign-in.ts";
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

export const signInAction = defineAction({
  name: "sign-in",
  permission: "account:open",
  schema: signInInput,
  limit: patient,
  run: signIn,
  respond: startSession,
  next: ({ role }, { returnTo }) => returnTo ?? HOME_OF_ROLE[role],
});

export const requestResetAction = defineAction({
  name: "request-reset",
  permission: "account:open",
  schema: emailOnlyInput,
  limit: patient,
  run: (work, input) => requestLink(work, { ...input, purpose: "reset_password" }),
  next: () => "/masuk/lupa?terkirim=1",
});

export const resetPasswordAction = defineAction({
  name: "reset-password",
  permission: "account:open",
  schema: resetPasswordInput,
  limit: patient,
  run: resetPassword,
  next: () => "/masuk?sandi=baru",
});

/** Leaves this browser's session. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect("/");
}
