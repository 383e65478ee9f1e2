"use server";

import { z } from "zod";
import { defineAction } from "#platform/web/action.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import {
  addressInput,
  identityInput,
  personalInput,
  phoneChannelInput,
  phoneCodeInput,
  photoInput,
  situationInput,
  statementsInput,
  submitInput,
} from "./schema.ts";
import { type DocumentKind, fieldOfRefusal, pathOfStep } from "./types.ts";
import { confirmPhone } from "./use-cases/confirm-phone.ts";
import { fillAddress } from "./use-cases/fill-address.ts";
import { fillIdentity } from "./use-cases/fill-identity.ts";
import { fillPersonal } from "./use-cases/fill-personal.ts";
import { fillSituation } from "./use-cases/fill-situation.ts";
import { keepPhoto } from "./use-cases/keep-photo.ts";
import { makeStatements } from "./use-cases/make-statements.ts";
import { sendPhoneCode } from "./use-cases/send-phone-code.ts";
import { storePhoto } from "./use-cases/store-photo.ts";
import { submitRegistration } from "./use-cases/submit-registration.ts";

const permission = "registration:own";
const limit = { points: 60, seconds: 600 };

export const fillIdentityAction = defineAction({
  name: "fill-identity",
  permission,
  limit,
  schema: identityInput,
  run: fillIdentity,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathOfStep(step),
});

export const fillPersonalAction = defineAction({
  name: "fill-personal",
  permission,
  limit,
  schema: personalInput,
  run: fillPersonal,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathOfStep(step),
});

export const fillAddressAction = defineAction({
  name: "fill-address",
  permission,
  limit,
  schema: addressInput,
  run: fillAddress,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathOfStep(step),
});

export const fillSituationAction = defineAction({
  name: "fill-situation",
  permission,
  limit,
  schema: situationInput,
  run: fillSituation,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathOfStep(step),
});

/** The photo is read and stored while the form is read: no transaction waits for it. */
function storedPhotoInput(kind: DocumentKind, folder: string) {
  return photoInput.transform(async ({ photo }, context) => {
    const stored = await storePhoto(
      new Uint8Array(await photo.arrayBuffer()),
      `${folder}/${newCommandKey()}`,
    );
    if (stored.ok) return { kind, photo: stored.value };
    context.addIssue({ code: "custom", message: stored.refusal, path: ["photo"], input: photo.name });
    return z.NEVER;
  });
}

const photoLimit = { points: 20, seconds: 600 };

export const keepPhotoAction = defineAction({
  name: "keep-photo",
  permission,
  limit: photoLimit,
  schema: storedPhotoInput("id_card", "id-card"),
  run: keepPhoto,
  next: () => `${pathOfStep("photo")}?tersimpan=1`,
});

export const keepSelfieAction = defineAction({
  name: "keep-selfie",
  permission,
  limit: photoLimit,
  schema: storedPhotoInput("selfie", "selfie"),
  run: keepPhoto,
  next: () => `${pathOfStep("selfie")}?tersimpan=1`,
});

export const sendPhoneCodeAction = defineAction({
  name: "send-phone-code",
  permission,
  limit: photoLimit,
  schema: phoneChannelInput,
  run: sendPhoneCode,
  next: () => `${pathOfStep("phone")}?terkirim=1`,
});

export const confirmPhoneAction = defineAction({
  name: "confirm-phone",
  permission,
  limit: photoLimit,
  schema: phoneCodeInput,
  run: confirmPhone,
  fieldOf: { "code-wrong": "digits", "code-expired": "digits" },
  next: ({ step }) => pathOfStep(step),
});

export const passPhoneAction = defineAction({
  name: "pass-phone",
  permission,
  limit,
  schema: submitInput,
  run: (work) => confirmPhone(work, { digits: null }),
  next: ({ step }) => pathOfStep(step),
});

export const makeStatementsAction = defineAction({
  name: "make-statements",
  permission,
  limit,
  schema: statementsInput,
  run: makeStatements,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathOfStep(step),
});

export const submitRegistrationAction = defineAction({
  name: "submit-registration",
  permission,
  limit,
  schema: submitInput,
  run: submitRegistration,
  next: () => "/verifikasi",
});
