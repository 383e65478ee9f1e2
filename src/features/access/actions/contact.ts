"use server";

import { refuse } from "#kernel/result.ts";
import { defineAction } from "#platform/web/action.ts";
import { currentSession } from "#platform/web/session.ts";
import { changeEmailInput, changePhoneInput, contactCodeInput, nothingInput } from "../schema.ts";
import { confirmContactChange } from "../use-cases/confirm-contact-change.ts";
import { resendContactCode, startContactChange } from "../use-cases/start-contact-change.ts";

const permission = "account:own";
const limit = { points: 60, seconds: 600 };
const PAGE = "/profil/kontak";
const proofFields = {
  "password-not-yours": "password",
  "second-step-wrong": "code",
  "second-step-used": "code",
} as const;

export const changeEmailAction = defineAction({
  name: "change-account-email",
  permission,
  limit,
  schema: changeEmailInput,
  run: startContactChange,
  fieldOf: { ...proofFields, "contact-same": "email" },
  next: () => PAGE,
});

export const changePhoneAction = defineAction({
  name: "change-account-phone",
  permission,
  limit,
  schema: changePhoneInput,
  run: startContactChange,
  fieldOf: { ...proofFields, "contact-same": "phone" },
  next: () => PAGE,
});

export const confirmContactAction = defineAction({
  name: "confirm-contact-change",
  permission,
  limit,
  schema: contactCodeInput,
  run: async (work, { digits }) => {
    const session = await currentSession();
    if (!session) return refuse({ code: "session-over" as const });
    return confirmContactChange(work, { digits, sessionId: session.id });
  },
  fieldOf: { "code-wrong": "digits", "code-expired": "digits" },
  next: () => "/profil?kontak=baru",
});

export const resendContactCodeAction = defineAction({
  name: "resend-contact-code",
  permission,
  limit,
  schema: nothingInput,
  run: resendContactCode,
  next: () => `${PAGE}?lagi=1`,
});
