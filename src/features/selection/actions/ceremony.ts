"use server";

import { defineAction } from "#platform/web/action.ts";
import {
  announcePublicInput,
  promiseSecretInput,
  showPublicInput,
  showSecretInput,
} from "../schema/ceremony.ts";
import { announcePublicValue, promiseSecret } from "../use-cases/promise-value.ts";
import { showValue } from "../use-cases/show-value.ts";

const operatorPage = ({ waveId }: { readonly waveId: string }) => `/admin/gelombang/${waveId}/undian`;
const witnessPage = ({ waveId }: { readonly waveId: string }) => `/saksi/${waveId}`;
/** Whoever writes the public value down goes back to the own page. */
const ownPage = (outcome: { readonly waveId: string; readonly role: string }) =>
  outcome.role === "witness" ? witnessPage(outcome) : operatorPage(outcome);

export const promiseAsOperatorAction = defineAction({
  name: "promise-as-operator",
  permission: "wave:command",
  schema: promiseSecretInput,
  run: (work, input) => promiseSecret(work, { ...input, party: "operator" }),
  next: operatorPage,
});

export const promiseAsWitnessAction = defineAction({
  name: "promise-as-witness",
  permission: "draw:witness",
  schema: promiseSecretInput,
  run: (work, input) => promiseSecret(work, { ...input, party: "witness" }),
  next: witnessPage,
});

export const showAsOperatorAction = defineAction({
  name: "show-as-operator",
  permission: "wave:command",
  schema: showSecretInput,
  run: (work, input) => showValue(work, { ...input, party: "operator" }),
  fieldOf: { "ceremony-not-what-was-promised": "value" },
  next: operatorPage,
});

export const showAsWitnessAction = defineAction({
  name: "show-as-witness",
  permission: "draw:witness",
  schema: showSecretInput,
  run: (work, input) => showValue(work, { ...input, party: "witness" }),
  fieldOf: { "ceremony-not-what-was-promised": "value" },
  next: witnessPage,
});

export const announcePublicAction = defineAction({
  name: "announce-public-value",
  permission: "draw:announce",
  schema: announcePublicInput,
  run: announcePublicValue,
  fieldOf: { "ceremony-moment-too-soon": "knownAt" },
  next: ownPage,
});

export const showPublicAction = defineAction({
  name: "show-public-value",
  permission: "draw:announce",
  schema: showPublicInput,
  run: (work, input) => showValue(work, { ...input, party: "public" }),
  next: ownPage,
});
