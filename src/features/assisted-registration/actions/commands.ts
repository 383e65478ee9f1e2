"use server";

import { z } from "zod";
import { photoInput } from "#features/registration/schema.ts";
import { fieldOfRefusal } from "#features/registration/types.ts";
import { storePhoto } from "#features/registration/use-cases/store-photo.ts";
import { defineAction } from "#platform/web/action.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { documentInput, personInput, takeOverCodeInput } from "../schema.ts";
import { correctForPerson } from "../use-cases/correct-for-person.ts";
import { issueTakeOverCode } from "../use-cases/issue-take-over-code.ts";
import { keepDocument } from "../use-cases/keep-document.ts";
import { registerForPerson } from "../use-cases/register-for-person.ts";
import { submitAssisted } from "../use-cases/submit-assisted.ts";
import { assistInput, correctInput } from "./assist-input.ts";

const permission = "person:assist";
const limit = { points: 300, seconds: 600 };

const fieldOf = {
  ...fieldOfRefusal,
  "assist-other-region": "villageCode",
  "account-contact-taken": "phone",
} as const;

export const registerForPersonAction = defineAction({
  name: "register-for-person",
  permission,
  limit,
  schema: assistInput,
  run: registerForPerson,
  fieldOf,
  next: ({ participantId }) => `/dinas/bantu/${participantId}/foto`,
});

export const correctForPersonAction = defineAction({
  name: "correct-for-person",
  permission,
  limit,
  schema: correctInput,
  run: correctForPerson,
  fieldOf,
  next: (_, { participantId }) => `/dinas/bantu/${participantId}?isian=baru`,
});

export const keepDocumentAction = defineAction({
  name: "keep-assisted-photo",
  permission,
  limit,
  // The photo is read and stored while the form is read: no transaction waits for it.
  schema: z.intersection(documentInput, photoInput).transform(async ({ photo, ...input }, context) => {
    const folder = input.kind === "id_card" ? "id-card" : "selfie";
    const stored = await storePhoto(
      new Uint8Array(await photo.arrayBuffer()),
      `${folder}/${newCommandKey()}`,
    );
    if (stored.ok) return { ...input, photo: stored.value };
    context.addIssue({ code: "custom", message: stored.refusal, path: ["photo"], input: photo.name });
    return z.NEVER;
  }),
  run: keepDocument,
  next: (_, { participantId }) => `/dinas/bantu/${participantId}/foto`,
});

export const submitAssistedAction = defineAction({
  name: "submit-assisted",
  permission,
  limit,
  schema: personInput,
  run: submitAssisted,
  next: (_, { participantId }) => `/dinas/bantu/${participantId}?terkirim=1`,
});

export const issueTakeOverCodeAction = defineAction({
  name: "issue-take-over-code",
  permission,
  limit,
  schema: takeOverCodeInput,
  run: issueTakeOverCode,
  next: ({ participantId, codeId, channel }) =>
    channel === "paper"
      ? `/dinas/bantu/${participantId}/lembar?kode=${codeId}`
      : `/dinas/bantu/${participantId}?kode=terkirim`,
});
