"use server";

import { defineAction } from "#platform/web/action.ts";
import { waveCommandInput } from "./schema.ts";
import { drawWave } from "./use-cases/draw-wave.ts";
import { freezeWave } from "./use-cases/freeze-wave.ts";
import { markReviewed } from "./use-cases/mark-reviewed.ts";

const wavePage = ({ waveId }: { readonly waveId: string }) => `/admin/gelombang/${waveId}`;

export const freezeWaveAction = defineAction({
  name: "freeze-wave",
  permission: "wave:command",
  schema: waveCommandInput,
  run: freezeWave,
  next: wavePage,
});

export const drawWaveAction = defineAction({
  name: "draw-wave",
  permission: "wave:command",
  schema: waveCommandInput,
  run: drawWave,
  next: wavePage,
});

export const markReviewedAction = defineAction({
  name: "mark-wave-reviewed",
  permission: "wave:command",
  schema: waveCommandInput,
  run: markReviewed,
  next: wavePage,
});
