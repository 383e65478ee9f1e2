"use server";

import { currentLocale } from "#i18n/locale.ts";
import { defineAction } from "#platform/web/action.ts";
import { currentSignUp, rememberSignUp } from "#platform/web/pending-sign-up.ts";
import {
  changeToEmailInput,
  changeToPhoneInput,
  codeInput,
  emailOnlyInput,
  linkInput,
  nothingInput,
  settleAddressInput,
  signUpByEmailInput,
  signUpByPhoneInput,
} from "./schema.ts";
import { changeContact, settleAddress } from "./use-cases/change-contact.ts";
import { resendLetter, resendSignUpCode } from "./use-cases/resend-sign-up-code.ts";
import { startSignUp } from "./use-cases/start-sign-up.ts";
import { verifyByCode, verifyByLink } from "./use-cases/verify-contact.ts";

const patient = { points: 300, seconds: 600 };
const PAGE_OF = { email: "/daftar/periksa-email", phone: "/verifikasi-ponsel" } as const;
const SIGN_IN = "/masuk?email=terverifikasi";

export const signUpByEmailAction = defineAction({
  name: "sign-up-by-email",
  permission: "account:open",
  schema: signUpByEmailInput,
  limit: patient,
  run: async (work, input) => startSignUp(work, { ...input, locale: await currentLocale() }),
  fieldOf: { "password-guessable": "password" },
  respond: ({ signUpId }) => rememberSignUp(signUpId),
  next: () => PAGE_OF.email,
});

export const signUpByPhoneAction = defineAction({
  name: "sign-up-by-phone",
  permission: "account:open",
  schema: signUpByPhoneInput,
  limit: patient,
  run: async (work, input) => startSignUp(work, { ...input, locale: await currentLocale() }),
  fieldOf: { "password-guessable": "password" },
  respond: ({ signUpId }) => rememberSignUp(signUpId),
  next: () => PAGE_OF.phone,
});

export const settleAddressAction = defineAction({
  name: "settle-address",
  permission: "account:open",
  schema: settleAddressInput,
  limit: patient,
  run: async (work, input) => settleAddress(work, { ...input, signUpId: await currentSignUp() }),
  next: () => PAGE_OF.email,
});

export const verifyCodeAction = defineAction({
  name: "verify-code",
  permission: "account:open",
  schema: codeInput,
  limit: patient,
  run: async (work, input) => verifyByCode(work, { ...input, signUpId: await currentSignUp() }),
  fieldOf: { "code-wrong": "digits", "code-expired": "digits" },
  next: () => SIGN_IN,
});

export const verifyEmailAction = defineAction({
  name: "verify-email",
  permission: "account:open",
  schema: linkInput,
  run: verifyByLink,
  next: () => SIGN_IN,
});

export const resendCodeAction = defineAction({
  name: "resend-code",
  permission: "account:open",
  schema: nothingInput,
  limit: patient,
  run: async (work) => resendSignUpCode(work, { signUpId: await currentSignUp() }),
  next: ({ kind }) => `${PAGE_OF[kind]}?lagi=1`,
});

export const resendLetterAction = defineAction({
  name: "resend-letter",
  permission: "account:open",
  schema: emailOnlyInput,
  limit: patient,
  run: resendLetter,
  next: () => `${PAGE_OF.email}?lagi=1`,
});

export const changeToEmailAction = defineAction({
  name: "change-to-email",
  permission: "account:open",
  schema: changeToEmailInput,
  limit: patient,
  run: async (work, contact) => changeContact(work, { contact, signUpId: await currentSignUp() }),
  next: () => PAGE_OF.email,
});

export const changeToPhoneAction = defineAction({
  name: "change-to-phone",
  permission: "account:open",
  schema: changeToPhoneInput,
  limit: patient,
  run: async (work, contact) => changeContact(work, { contact, signUpId: await currentSignUp() }),
  next: () => PAGE_OF.phone,
});
