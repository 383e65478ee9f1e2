"use server";

import { env } from "#env.ts";
import { defineAction } from "#platform/web/action.ts";
import { moveClockInput } from "./schema.ts";
import { forgetClock } from "./use-cases/forget-clock.ts";
import { moveClock } from "./use-cases/move-clock.ts";

export const moveClockAction = defineAction({
  name: "move-clock",
  permission: "clock:move",
  schema: moveClockInput,
  run: (work, { step }) => moveClock(work, { step, demo: env().DEMO_MODE }),
  respond: forgetClock,
  next: () => "/admin/waktu?dipindah=1",
});
