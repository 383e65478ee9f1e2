"use server";

import { defineAction } from "#platform/web/action.ts";
import {
  confirmedWaveInput,
  editWaveInput,
  joinWaveInput,
  planWaveInput,
  waveInput,
  waveStepInput,
} from "./schema.ts";
import { closeWave } from "./use-cases/close-wave.ts";
import { editWave } from "./use-cases/edit-wave.ts";
import { joinWave } from "./use-cases/join-wave.ts";
import { openWave } from "./use-cases/open-wave.ts";
import { planWave } from "./use-cases/plan-wave.ts";
import { scheduleWave } from "./use-cases/schedule-wave.ts";
import { unscheduleWave } from "./use-cases/unschedule-wave.ts";
import { withdrawStep } from "./use-cases/withdraw-step.ts";

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
    "wave-provinces-above-quota": "quota",
    "wave-groups-above-quota": "groups.0",
    "wave-too-few-free-places": "quota",
  },
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const editWaveAction = defineAction({
  name: "edit-wave",
  permission: "wave:command",
  schema: editWaveInput,
  run: editWave,
  fieldOf: {
    "wave-number-taken": "number",
    "wave-scheme-unknown": "schemeCode",
    "wave-closes-before-opens": "closesAt",
    "wave-closes-in-past": "closesAt",
    "wave-opens-in-past": "opensAt",
    "wave-overlaps": "opensAt",
    "wave-provinces-above-quota": "quota",
    "wave-groups-above-quota": "groups.0",
    "wave-too-few-free-places": "quota",
  },
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const scheduleWaveAction = defineAction({
  name: "schedule-wave",
  permission: "wave:command",
  schema: waveInput,
  run: scheduleWave,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const unscheduleWaveAction = defineAction({
  name: "unschedule-wave",
  permission: "wave:command",
  schema: waveInput,
  run: unscheduleWave,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const openWaveAction = defineAction({
  name: "open-wave",
  permission: "wave:command",
  schema: confirmedWaveInput,
  run: openWave,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const closeWaveAction = defineAction({
  name: "close-wave",
  permission: "wave:command",
  schema: confirmedWaveInput,
  run: closeWave,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});

export const withdrawStepAction = defineAction({
  name: "withdraw-step",
  permission: "wave:command",
  schema: waveStepInput,
  run: withdrawStep,
  next: ({ waveId }) => `/admin/gelombang/${waveId}`,
});
