"use server";

import { defineAction } from "#platform/web/action.ts";
import { joinWaveInput, planWaveInput, waveInput } from "./schema.ts";
import { closeWave } from "./use-cases/close-wave.ts";
import { joinWave } from "./use-cases/join-wave.ts";
import { openWave } from "./use-cases/open-wave.ts";
import { planWave } from "./use-cases/plan-wave.ts";

export const joinWaveAction = defineAction({
  name: "join-wave",
  permission: "wave:own",
  schema: joinWaveInput,
  run: joinWave,
  next: () => "/gelombang?gabung=1",
});

export const planWaveAction = defineAction({
  name: "plan-wave",
  permission: "wave:command",
  schema: planWaveInput,
  run: planWave,
  fieldOf: {
    "wave-number-taken": "number",
    "wave-scheme-unknown": "schemeCode",
    "wave-closes-before-opens": "closesAt",
    "wave-closes-in-past": "closesAt",
  },
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const openWaveAction = defineAction({
  name: "open-wave",
  permission: "wave:command",
  schema: waveInput,
  run: openWave,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const closeWaveAction = defineAction({
  name: "close-wave",
  permission: "wave:command",
  schema: waveInput,
  run: closeWave,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});
