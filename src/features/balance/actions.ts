"use server";

import { defineAction } from "#platform/web/action.ts";
import { showCardInput } from "./schema.ts";
import { showCard } from "./use-cases/show-card.ts";

export const showCardAction = defineAction({
  name: "show-card",
  permission: "purchase:own",
  schema: showCardInput,
  run: showCard,
  next: () => "/saldo?tampil=1",
});
