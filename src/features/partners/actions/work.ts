"use server";

import { defineAction } from "#platform/web/action.ts";
import { feedbackInput, profileInput } from "../schema.ts";
import { HOME_OF_PARTNER } from "../types.ts";
import { editProfile } from "../use-cases/edit-profile.ts";
import { writeFeedback } from "../use-cases/write-feedback.ts";

export const editProfileAction = defineAction({
  name: "edit-partner-profile",
  permission: "partner:own",
  schema: profileInput,
  limit: { points: 60, seconds: 600 },
  run: editProfile,
  next: ({ kind }) => `${HOME_OF_PARTNER[kind]}/profil?tersimpan=1`,
});

export const writeFeedbackAction = defineAction({
  name: "write-feedback",
  permission: "provider:own",
  schema: feedbackInput,
  limit: { points: 300, seconds: 600 },
  run: writeFeedback,
  next: () => "/lembaga/tugas?tersimpan=1",
});
