"use server";

import { defineAction } from "#platform/web/action.ts";
import { endSession } from "#platform/web/session.ts";
import { erasureInput } from "./schema.ts";
import { askErasure } from "./use-cases/ask-erasure.ts";

export const askErasureAction = defineAction({
  name: "ask-erasure",
  permission: "account:own",
  limit: { points: 10, seconds: 3_600 },
  schema: erasureInput,
  run: askErasure,
  fieldOf: { "erasure-password-wrong": "password" },
  respond: endSession,
  next: () => "/profil/hapus-akun/selesai",
});
