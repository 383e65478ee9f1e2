"use server";

import { defineAction } from "#platform/web/action.ts";
import { readAllInput } from "./schema.ts";
import { markRead } from "./use-cases/mark-read.ts";

export const markReadAction = defineAction({
  name: "mark-notifications-read",
  permission: "notification:own",
  schema: readAllInput,
  run: (work) => markRead(work),
  next: () => "/pemberitahuan",
});
