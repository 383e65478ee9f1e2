"use server";

import { defineAction } from "#platform/web/action.ts";
import { takeOverRequestInput } from "../schema.ts";
import { requestTakeOverCode } from "../use-cases/request-take-over-code.ts";
import { takeOverRegistration } from "../use-cases/take-over-registration.ts";
import { takeOverWithPasswordInput } from "./take-over-input.ts";

/** An address may be a whole village's; wrong codes are counted by person. */
const limit = { points: 100, seconds: 600 };

export const takeOverAction = defineAction({
  name: "take-over-registration",
  permission: "account:open",
  limit,
  schema: takeOverWithPasswordInput,
  run: takeOverRegistration,
  fieldOf: {
    "account-contact-missing": "phone",
    "account-contact-taken": "phone",
    "password-guessable": "password",
  },
  next: () => "/masuk?sandi=baru",
});

export const requestTakeOverCodeAction = defineAction({
  name: "request-take-over-code",
  permission: "account:open",
  limit,
  schema: takeOverRequestInput,
  run: requestTakeOverCode,
  next: () => "/ambil-alih?kode=terkirim",
});
