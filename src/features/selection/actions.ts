"use server";

import { defineAction } from "#platform/web/action.ts";
import { waveCommandInput } from "./schema.ts";
import { drawWave } from "./use-cases/draw-wave.ts";
import { publishWave } from "./use-cases/publish-wave.ts";

export const drawWaveAction = defineAction({
  name: "draw-wave",
  permission: "wave:command",
  schema: waveCommandInput,
  run: drawWave,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const publishWaveAction = defineAction({
  name: "publish-wave",
  permission: "wave:command",
  schema: waveCommandInput,
  run: publishWave,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});
