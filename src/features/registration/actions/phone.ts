"use server";

import { defineAction } from "#platform/web/action.ts";
import { phoneChannelInput, phoneCodeInput, phoneInput, submitInput } from "../schema.ts";
import { pathAfterPage } from "../types/paths.ts";
import { fieldOfRefusal, pathOfStep } from "../types.ts";
import { changePhone } from "../use-cases/change-phone.ts";
import { confirmPhone } from "../use-cases/confirm-phone.ts";
import { sendPhoneCode } from "../use-cases/send-phone-code.ts";

const permission = "registration:own";
const limit = { points: 20, seconds: 600 };

export const changePhoneAction = defineAction({
  name: "change-phone",
  permission,
  limit,
  schema: phoneInput,
  run: changePhone,
  fieldOf: fieldOfRefusal,
  next: () => pathOfStep("phone"),
});

export const sendPhoneCodeAction = defineAction({
  name: "send-phone-code",
  permission,
  limit,
  schema: phoneChannelInput,
  run: sendPhoneCode,
  next: () => pathOfStep("phone"),
});

export const confirmPhoneAction = defineAction({
  name: "confirm-phone",
  permission,
  limit,
  schema: phoneCodeInput,
  run: confirmPhone,
  fieldOf: { "code-wrong": "digits", "code-expired": "digits" },
  next: ({ step }) => pathAfterPage(step),
});

/** For a number that the account has proven already. */
export const passPhoneAction = defineAction({
  name: "pass-phone",
  permission,
  limit,
  schema: submitInput,
  run: (work) => confirmPhone(work, { digits: null }),
  next: ({ step }) => pathAfterPage(step),
});
