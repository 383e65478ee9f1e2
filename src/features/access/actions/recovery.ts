"use server";

import { defineAction } from "#platform/web/action.ts";
import { codeResetInput, linkResetInput, recoverByNikInput, requestResetInput } from "../schema.ts";
import { recoverByNik, requestReset } from "../use-cases/request-recovery.ts";
import { resetByCode, resetByLink } from "../use-cases/reset-password.ts";

/** One address may be a whole village's; each contact and each NIK has its own, tight count. */
const village = { points: 300, seconds: 600 };

export const requestResetAction = defineAction({
  name: "request-reset",
  permission: "account:open",
  schema: requestResetInput,
  limit: village,
  run: requestReset,
  next: ({ kind }) => (kind === "phone" ? "/masuk/lupa/kode" : "/masuk/lupa?terkirim=1"),
});

export const recoverByNikAction = defineAction({
  name: "recover-by-nik",
  permission: "account:open",
  schema: recoverByNikInput,
  limit: village,
  run: recoverByNik,
  next: () => "/masuk/pulihkan?terkirim=1",
});

export const resetByLinkAction = defineAction({
  name: "reset-by-link",
  permission: "account:open",
  schema: linkResetInput,
  limit: village,
  run: resetByLink,
  fieldOf: { "password-guessable": "password" },
  next: () => "/masuk?sandi=baru",
});

export const resetByCodeAction = defineAction({
  name: "reset-by-code",
  permission: "account:open",
  schema: codeResetInput,
  limit: village,
  run: resetByCode,
  fieldOf: { "reset-code-wrong": "digits", "password-guessable": "password" },
  next: () => "/masuk?sandi=baru",
});
