"use server";

import { z } from "zod";
import { defineAction } from "#platform/web/action.ts";
import { fileInput, undoInput } from "./schema.ts";
import { receiveFile } from "./use-cases/receive-file.ts";
import { storeList } from "./use-cases/store-list.ts";
import { undoFile } from "./use-cases/undo-file.ts";

const permission = "person:assist";

export const uploadListAction = defineAction({
  name: "upload-bulk-list",
  permission,
  limit: { points: 20, seconds: 600 },
  // The list is read as far as its headers and stored while the form is read: no transaction waits for it.
  schema: fileInput.transform(async ({ list }, context) => {
    const stored = await storeList(new Uint8Array(await list.arrayBuffer()), list.name);
    if (stored.ok) return stored.value;
    context.addIssue({ code: "custom", message: stored.refusal, path: ["list"], input: list.name });
    return z.NEVER;
  }),
  run: receiveFile,
  fieldOf: { "bulk-columns-missing": "list", "bulk-columns-twice": "list" },
  next: ({ bulkFileId, isNew }) => `/dinas/kolektif/${bulkFileId}${isNew ? "" : "?sudah=1"}`,
});

export const undoFileAction = defineAction({
  name: "undo-bulk-file",
  permission,
  limit: { points: 20, seconds: 600 },
  schema: undoInput,
  run: undoFile,
  next: ({ bulkFileId }) => `/dinas/kolektif/${bulkFileId}`,
});
