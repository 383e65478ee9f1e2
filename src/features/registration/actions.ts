"use server";

import { z } from "zod";
import { defineAction } from "#platform/web/action.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import {
  addressInput,
  identityInput,
  personalInput,
  photoInput,
  situationInput,
  statementsInput,
  submitInput,
} from "./schema.ts";
import { pathOfStep } from "./types.ts";
import { fillAddress } from "./use-cases/fill-address.ts";
import { fillIdentity } from "./use-cases/fill-identity.ts";
import { fillPersonal } from "./use-cases/fill-personal.ts";
import { fillSituation } from "./use-cases/fill-situation.ts";
import { keepPhoto } from "./use-cases/keep-photo.ts";
import { makeStatements } from "./use-cases/make-statements.ts";
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
  fieldOf: {
    "nik-not-16-digits": "nik",
    "nik-unknown-region": "nik",
    "nik-impossible-date": "nik",
    "nik-zero-serial": "nik",
    "nik-birth-date-differs": "birthDate",
    "nik-gender-differs": "gender",
    "nik-registered": "nik",
    "kk-not-16-digits": "familyCard",
    "kk-unknown-region": "familyCard",
    "kk-impossible-date": "familyCard",
    "registration-birth-date-ahead": "birthDate",
    "registration-too-young": "birthDate",
  },
  next: ({ step }) => pathOfStep(step),
});

export const fillPersonalAction = defineAction({
  name: "fill-personal",
  permission,
  limit,
  schema: personalInput,
  run: fillPersonal,
  fieldOf: { "registration-phone-taken": "phone" },
  next: ({ step }) => pathOfStep(step),
});

export const fillAddressAction = defineAction({
  name: "fill-address",
  permission,
  limit,
  schema: addressInput,
  run: fillAddress,
  fieldOf: { "registration-village-unknown": "villageCode" },
  next: ({ step }) => pathOfStep(step),
});

export const fillSituationAction = defineAction({
  name: "fill-situation",
  permission,
  limit,
  schema: situationInput,
  run: fillSituation,
  fieldOf: { "registration-category-unknown": "wantedCategory" },
  next: ({ step }) => pathOfStep(step),
});

export const keepPhotoAction = defineAction({
  name: "keep-photo",
  permission,
  limit: { points: 20, seconds: 600 },
  // The photo is read and stored while the form is read: no transaction waits for it.
  schema: photoInput.transform(async ({ photo }, context) => {
    const stored = await storePhoto(new Uint8Array(await photo.arrayBuffer()), `id-card/${newCommandKey()}`);
    if (stored.ok) return { photo: stored.value };
    context.addIssue({ code: "custom", message: stored.refusal, path: ["photo"], input: photo.name });
    return z.NEVER;
  }),
  run: keepPhoto,
  next: ({ step }) => pathOfStep(step),
});

export const makeStatementsAction = defineAction({
  name: "make-statements",
  permission,
  limit,
  schema: statementsInput,
  run: makeStatements,
  fieldOf: {
    "registration-excluded-occupation": "excludedOccupation",
    "registration-in-education": "inEducation",
  },
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
