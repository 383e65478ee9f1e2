"use server";

import { defineAction } from "#platform/web/action.ts";
import { consentAnswer, endAccessInput } from "../schema/sso.ts";
import { endAccess, grantAccess } from "../use-cases/grant-access.ts";

const limit = { points: 60, seconds: 600 };

export const grantAccessAction = defineAction({
  name: "grant-access",
  permission: "account:own",
  limit,
  schema: consentAnswer,
  run: grantAccess,
  next: ({ codeId }) => `/consent-sso/kembali?kode=${codeId}`,
});

export const endAccessAction = defineAction({
  name: "end-access",
  permission: "account:own",
  limit,
  schema: endAccessInput,
  run: endAccess,
  next: () => "/profil/aplikasi?akses=berakhir",
});
