import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A list came in, or its check was left unfinished: its next rows are to be checked. */
export const bulkFileReceived = defineEvent("bulk-file-received", z.object({ bulkFileId: z.uuid() }));

/** An officer takes a list back: its untouched rows are to be removed. */
export const bulkUndoWanted = defineEvent("bulk-undo-wanted", z.object({ bulkFileId: z.uuid() }));
