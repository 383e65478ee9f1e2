"use server";

import { defineAction } from "#platform/web/action.ts";
import { answerObjectionInput, fileObjectionInput, waveCommandInput } from "./schema.ts";
import { answerObjection } from "./use-cases/answer-objection.ts";
import { archiveWave } from "./use-cases/archive-wave.ts";
import { decideWave } from "./use-cases/decide-wave.ts";
import { fileObjection } from "./use-cases/file-objection.ts";
import { publishWave } from "./use-cases/publish-wave.ts";

const wavePage = ({ waveId }: { readonly waveId: string }) => `/admin/gelombang/${waveId}`;

export const decideWaveAction = defineAction({
  name: "decide-wave",
  permission: "wave:command",
  schema: waveCommandInput,
  run: decideWave,
  next: wavePage,
});

export const publishWaveAction = defineAction({
  name: "publish-wave",
  permission: "wave:command",
  schema: waveCommandInput,
  run: publishWave,
  next: wavePage,
});

export const archiveWaveAction = defineAction({
  name: "archive-wave",
  permission: "wave:command",
  schema: waveCommandInput,
  run: archiveWave,
  next: wavePage,
});

export const fileObjectionAction = defineAction({
  name: "file-objection",
  permission: "wave:own",
  schema: fileObjectionInput,
  run: fileObjection,
  next: (_, { waveId }) => `/gelombang/keberatan?gelombang=${waveId}&terkirim=1`,
});

export const answerObjectionAction = defineAction({
  name: "answer-objection",
  permission: "wave:command",
  schema: answerObjectionInput,
  run: answerObjection,
  next: () => "/admin/keberatan?dijawab=1",
});
