"use server";

import { defineAction } from "#platform/web/action.ts";
import {
  addressInput,
  domicileInput,
  identityInput,
  personalInput,
  situationInput,
  statementsInput,
  submitInput,
} from "./schema.ts";
import { DOMICILE_PATH, pathAfterPage } from "./types/paths.ts";
import { fieldOfRefusal } from "./types.ts";
import { fillAddress } from "./use-cases/fill-address.ts";
import { fillDomicile } from "./use-cases/fill-domicile.ts";
import { fillIdentity } from "./use-cases/fill-identity.ts";
import { fillPersonal } from "./use-cases/fill-personal.ts";
import { fillSituation } from "./use-cases/fill-situation.ts";
import { makeStatements } from "./use-cases/make-statements.ts";
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
  next: ({ step }) => pathAfterPage(step),
});

export const fillPersonalAction = defineAction({
  name: "fill-personal",
  permission,
  limit,
  schema: personalInput,
  run: fillPersonal,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathAfterPage(step),
});

export const fillAddressAction = defineAction({
  name: "fill-address",
  permission,
  limit,
  schema: addressInput,
  run: fillAddress,
  fieldOf: fieldOfRefusal,
  next: ({ step, livesElsewhere }) => (livesElsewhere ? DOMICILE_PATH : pathAfterPage(step)),
});

export const fillDomicileAction = defineAction({
  name: "fill-domicile",
  permission,
  limit,
  schema: domicileInput,
  run: fillDomicile,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathAfterPage(step),
});

export const fillSituationAction = defineAction({
  name: "fill-situation",
  permission,
  limit,
  schema: situationInput,
  run: fillSituation,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathAfterPage(step),
});

export const makeStatementsAction = defineAction({
  name: "make-statements",
  permission,
  limit,
  schema: statementsInput,
  run: makeStatements,
  fieldOf: fieldOfRefusal,
  next: ({ step }) => pathAfterPage(step),
});

export const submitRegistrationAction = defineAction({
  name: "submit-registration",
  permission,
  limit,
  schema: submitInput,
  run: submitRegistration,
  next: () => "/verifikasi",
});
