"use server";

import { defineAction } from "#platform/web/action.ts";
import { allotmentInput } from "./schema.ts";
import { setWaveAllotment } from "./use-cases/set-allotment.ts";

export const setAllotmentAction = defineAction({
  name: "set-wave-allotment",
  permission: "budget:command",
  schema: allotmentInput,
  run: setWaveAllotment,
  fieldOf: { "allotment-below-promised": "amount" },
  next: ({ number }) => `/admin/keuangan?gelombang=${number}&disimpan=1`,
});
