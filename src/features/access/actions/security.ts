"use server";

import { refuse } from "#kernel/result.ts";
import { defineAction } from "#platform/web/action.ts";
import { currentSession, endSession } from "#platform/web/session.ts";
import {
  changePasswordInput,
  confirmAuthenticatorInput,
  endSessionInput,
  nothingInput,
  passkeyIdInput,
  proveInput,
} from "../schema.ts";
import { dropPasskey } from "../use-cases/add-passkey.ts";
import { changePassword } from "../use-cases/change-password.ts";
import { confirmAuthenticator } from "../use-cases/confirm-authenticator.ts";
import { endEverySession, endOneSession } from "../use-cases/end-sessions.ts";
import { keepRecoveryCodes } from "../use-cases/keep-recovery-codes.ts";
import { renewRecoveryCodes } from "../use-cases/renew-recovery-codes.ts";
import { startAuthenticator } from "../use-cases/start-authenticator.ts";
import { switchOffAuthenticator } from "../use-cases/switch-off-authenticator.ts";
import { holderOf } from "./holder.ts";

const calm = { points: 60, seconds: 600 };
const proofFields = {
  "password-not-yours": "password",
  "second-step-wrong": "code",
  "second-step-used": "code",
} as const;

// Staff who have no second step yet are visitors everywhere else: these two commands look at the session themselves.

export const startAuthenticatorAction = defineAction({
  name: "start-authenticator",
  permission: "account:open",
  schema: nothingInput,
  limit: calm,
  run: async (work) => startAuthenticator(work, { holder: holderOf(await currentSession()), proof: null }),
  next: () => "/keamanan/dua-langkah/atur",
});

export const confirmAuthenticatorAction = defineAction({
  name: "confirm-authenticator",
  permission: "account:open",
  schema: confirmAuthenticatorInput,
  limit: calm,
  run: async (work, { digits }) =>
    confirmAuthenticator(work, { holder: holderOf(await currentSession()), digits }),
  fieldOf: { "second-step-wrong": "digits" },
  next: () => "/keamanan/kode-pemulihan",
});

export const moveAuthenticatorAction = defineAction({
  name: "move-authenticator",
  permission: "access:any",
  schema: proveInput,
  limit: calm,
  run: async (work, proof) => startAuthenticator(work, { holder: holderOf(await currentSession()), proof }),
  fieldOf: proofFields,
  next: () => "/keamanan/dua-langkah/atur",
});

export const switchOffAuthenticatorAction = defineAction({
  name: "switch-off-authenticator",
  permission: "access:any",
  schema: proveInput,
  limit: calm,
  run: switchOffAuthenticator,
  fieldOf: proofFields,
  next: () => "/keamanan?dua-langkah=mati",
});

export const renewRecoveryCodesAction = defineAction({
  name: "renew-recovery-codes",
  permission: "access:any",
  schema: proveInput,
  limit: calm,
  run: renewRecoveryCodes,
  fieldOf: proofFields,
  next: () => "/keamanan/kode-pemulihan",
});

export const keepRecoveryCodesAction = defineAction({
  name: "keep-recovery-codes",
  permission: "access:any",
  schema: nothingInput,
  limit: calm,
  run: keepRecoveryCodes,
  next: () => "/keamanan?kode=disimpan",
});

export const endSessionAction = defineAction({
  name: "end-session",
  permission: "access:any",
  schema: endSessionInput,
  limit: calm,
  run: endOneSession,
  next: () => "/keamanan?perangkat=keluar",
});

export const endEverySessionAction = defineAction({
  name: "end-every-session",
  permission: "access:any",
  schema: nothingInput,
  limit: calm,
  run: endEverySession,
  respond: endSession,
  next: () => "/masuk?perangkat=keluar",
});

export const changePasswordAction = defineAction({
  name: "change-password",
  permission: "access:any",
  schema: changePasswordInput,
  limit: calm,
  run: async (work, input) => {
    const session = await currentSession();
    if (!session) return refuse({ code: "session-over" as const });
    return changePassword(work, { ...input, sessionId: session.id });
  },
  fieldOf: { "password-not-yours": "password", "password-guessable": "newPassword" },
  next: () => "/keamanan?sandi=baru",
});

export const dropPasskeyAction = defineAction({
  name: "drop-passkey",
  permission: "access:any",
  schema: passkeyIdInput,
  limit: calm,
  run: dropPasskey,
  next: () => "/keamanan?kunci=hapus",
});
