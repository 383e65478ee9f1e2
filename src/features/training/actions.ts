"use server";

import { defineAction } from "#platform/web/action.ts";
import { answerCheckpointInput, lessonInput, submitQuizInput } from "./schema.ts";
import { answerCheckpoint } from "./use-cases/answer-checkpoint.ts";
import { beginReading } from "./use-cases/begin-reading.ts";
import { submitQuiz } from "./use-cases/submit-quiz.ts";

/** Enough to think, too few to try every answer at speed. */
const limit = { points: 60, seconds: 600 };

export const startReadingAction = defineAction({
  name: "begin-reading",
  permission: "training:own",
  schema: lessonInput,
  limit,
  run: beginReading,
  next: ({ slug, position }) => `/belajar/${slug}/${position}#teks`,
});

export const answerCheckpointAction = defineAction({
  name: "answer-checkpoint",
  permission: "training:own",
  schema: answerCheckpointInput,
  limit,
  run: answerCheckpoint,
  next: ({ slug, position, isRight }) => `/belajar/${slug}/${position}${isRight ? "" : "#pertanyaan"}`,
});

export const submitQuizAction = defineAction({
  name: "submit-quiz",
  permission: "training:own",
  schema: submitQuizInput,
  limit,
  run: submitQuiz,
  next: ({ slug, isPassed }) => `/belajar/${slug}${isPassed ? "" : "/kuis#hasil"}`,
});
