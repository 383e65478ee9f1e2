"use server";

import { z } from "zod";
import { defineAction } from "#platform/web/action.ts";
import {
  itemInput,
  limitInput,
  listInput,
  retireInput,
  reviewInput,
  writtenItem,
  writtenPicture,
} from "../schema/bank.ts";
import { importItems } from "../use-cases/import-items.ts";
import { limitExposure } from "../use-cases/limit-exposure.ts";
import { preparePicture } from "../use-cases/prepare-picture.ts";
import { readItems } from "../use-cases/read-items.ts";
import { retireItem } from "../use-cases/retire-item.ts";
import { reviewItem, submitItem } from "../use-cases/review-item.ts";
import { writeItem } from "../use-cases/write-item.ts";

export const writeItemAction = defineAction({
  name: "write-item",
  permission: "item:write",
  limit: { points: 60, seconds: 600 },
  // A picture is unpacked and written anew while the form is read: no transaction waits for it.
  schema: z
    .intersection(writtenItem, writtenPicture)
    .transform(async ({ code, content, exposureLimit, picture, removesPicture, isNew }, context) => {
      const given = picture ? await preparePicture(new Uint8Array(await picture.arrayBuffer())) : null;
      if (given && !given.ok) {
        context.addIssue({ code: "custom", message: given.refusal, path: ["picture"], input: picture?.name });
        return z.NEVER;
      }
      const kept = removesPicture ? null : content.image;
      const image = given ? given.value.id : kept;
      const imageAlt = removesPicture && !given ? null : content.imageAlt;
      const item = { code, exposureLimit, content: { ...content, image, imageAlt } };
      return { item, picture: given ? given.value : null, isNew };
    }),
  run: writeItem,
  fieldOf: {
    "item-code-taken": "code",
    "item-kind-stays": "kind",
    "item-picture-unknown": "picture",
    "item-picture-untold": "imageAlt",
  },
  next: ({ id, was }) => `/admin/soal/${id}?${was === "unchanged" ? "sama" : "tersimpan"}=1`,
});

export const submitItemAction = defineAction({
  name: "submit-item",
  permission: "item:write",
  schema: itemInput,
  run: submitItem,
  next: ({ itemId }) => `/admin/soal/${itemId}?diajukan=1`,
});

export const reviewItemAction = defineAction({
  name: "review-item",
  permission: "item:review",
  schema: reviewInput,
  run: reviewItem,
  next: ({ itemId }) => `/admin/soal/${itemId}?ditinjau=1`,
});

export const retireItemAction = defineAction({
  name: "retire-item",
  permission: "item:write",
  schema: retireInput,
  run: retireItem,
  next: ({ itemId }) => `/admin/soal/${itemId}?pensiun=1`,
});

export const limitExposureAction = defineAction({
  name: "limit-exposure",
  permission: "item:review",
  schema: limitInput,
  run: limitExposure,
  next: ({ itemId }) => `/admin/soal/${itemId}?batas=1`,
});

export const importItemsAction = defineAction({
  name: "import-items",
  permission: "item:write",
  limit: { points: 20, seconds: 600 },
  schema: listInput.transform(async ({ list }, context) => {
    const read = await readItems(new Uint8Array(await list.arrayBuffer()), list.name);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: read.refusal, path: ["list"], input: list.name });
    return z.NEVER;
  }),
  run: importItems,
  fieldOf: { "item-columns-missing": "list" },
  next: ({ importId }) => `/admin/soal/impor/${importId}`,
});
