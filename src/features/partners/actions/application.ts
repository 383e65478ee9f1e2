"use server";

import { currentLocale } from "#i18n/locale.ts";
import { defineAction } from "#platform/web/action.ts";
import { applyInput, decideInput, proveContactInput } from "../schema.ts";
import { applyPartner } from "../use-cases/apply-partner.ts";
import { decideApplication } from "../use-cases/decide-application.ts";
import { proveContact } from "../use-cases/prove-contact.ts";

/** One address may be a whole office's; each contact has its own, tight count of letters. */
const office = { points: 30, seconds: 3_600 };

export const applyPartnerAction = defineAction({
  name: "apply-partner",
  permission: "account:open",
  schema: applyInput,
  limit: office,
  run: async (work, input) => applyPartner(work, { ...input, locale: await currentLocale() }),
  next: () => "/jadi-mitra?terkirim=1",
});

export const proveContactAction = defineAction({
  name: "prove-partner-contact",
  permission: "account:open",
  schema: proveContactInput,
  limit: office,
  run: proveContact,
  next: () => "/jadi-mitra/konfirmasi?selesai=1",
});

export const decideApplicationAction = defineAction({
  name: "decide-application",
  permission: "partner:admit",
  schema: decideInput,
  limit: { points: 120, seconds: 600 },
  run: decideApplication,
  next: (_, { applicationId }) => `/admin/mitra/${applicationId}?tersimpan=1`,
});
