"use server";

import { defineAction } from "#platform/web/action.ts";
import {
  grantTestInput,
  judgeFlagInput,
  saveAnswerInput,
  startTestInput,
  submitTestInput,
} from "./schema.ts";
import { grantTest } from "./use-cases/grant-test.ts";
import { judgeFlag } from "./use-cases/judge-flag.ts";
import { saveAnswer } from "./use-cases/save-answer.ts";
import { startTest } from "./use-cases/start-test.ts";
import { submitTest } from "./use-cases/submit-test.ts";

export const startTestAction = defineAction({
  name: "start-test",
  permission: "test:own",
  schema: startTestInput,
  run: startTest,
  next: () => "/tes/soal/1",
});

export const saveAnswerAction = defineAction({
  name: "save-answer",
  permission: "test:own",
  schema: saveAnswerInput,
  run: saveAnswer,
  fieldOf: { "test-choice-unknown": "choice" },
  next: ({ next }) => (next === null ? "/tes/kirim" : `/tes/soal/${next}`),
});

export const submitTestAction = defineAction({
  name: "submit-test",
  permission: "test:own",
  schema: submitTestInput,
  run: submitTest,
  next: () => "/tes/hasil",
});

export const grantTestAction = defineAction({
  name: "grant-test",
  permission: "wave:command",
  schema: grantTestInput,
  run: grantTest,
  fieldOf: { "test-another-not-needed": "participantId" },
  next: () => "/admin/tes?diberi=1",
});

export const judgeFlagAction = defineAction({
  name: "judge-test-flag",
  permission: "wave:command",
  schema: judgeFlagInput,
  run: judgeFlag,
  next: ({ flagId }) => `/admin/tes/tanda/${flagId}?dinilai=1`,
});
