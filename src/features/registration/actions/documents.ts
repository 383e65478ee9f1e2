"use server";

import { z } from "zod";
import { defineAction } from "#platform/web/action.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { chosenPhotoInput } from "../schema/documents.ts";
import { type DocumentKind, pathOfStep } from "../types.ts";
import { keepPhoto } from "../use-cases/keep-photo.ts";
import { storePhoto } from "../use-cases/store-photo.ts";

const permission = "registration:own";
const limit = { points: 20, seconds: 600 };

/** The photo is read and stored while the form is read: no transaction waits for it. */
function storedPhotoInput(kind: DocumentKind, folder: string) {
  return chosenPhotoInput.transform(async ({ photo }, context) => {
    const bytes = new Uint8Array(await photo.arrayBuffer());
    const stored = await storePhoto(bytes, `${folder}/${newCommandKey()}`);
    if (stored.ok) return { kind, photo: stored.value };
    context.addIssue({ code: "custom", message: stored.refusal, path: ["photo"], input: photo.name });
    return z.NEVER;
  });
}

export const keepPhotoAction = defineAction({
  name: "keep-photo",
  permission,
  limit,
  schema: storedPhotoInput("id_card", "id-card"),
  run: keepPhoto,
  next: () => `${pathOfStep("photo")}?tersimpan=1`,
});

export const keepSelfieAction = defineAction({
  name: "keep-selfie",
  permission,
  limit,
  schema: storedPhotoInput("selfie", "selfie"),
  run: keepPhoto,
  next: () => `${pathOfStep("selfie")}?tersimpan=1`,
});
