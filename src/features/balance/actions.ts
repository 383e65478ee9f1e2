"use server";

import { defineAction } from "#platform/web/action.ts";
import { answerInductionInput, openInductionInput, showCardInput } from "./schema.ts";
import { answerInduction } from "./use-cases/answer-induction.ts";
import { openInduction } from "./use-cases/open-induction.ts";
import { showCard } from "./use-cases/show-card.ts";

/** A number that is asked for again and again is read by somebody else's eyes. */
const fewShowings = { points: 6, seconds: 600 };
/** Three options: whoever tries them one after the other is slowed down. */
const fewAnswers = { points: 12, seconds: 300 };

export const showCardAction = defineAction({
  name: "show-card",
  permission: "purchase:own",
  schema: showCardInput,
  limit: fewShowings,
  run: showCard,
  next: () => "/saldo?tampil=1",
});

export const openInductionAction = defineAction({
  name: "open-induction",
  permission: "purchase:own",
  schema: openInductionInput,
  run: openInduction,
  next: ({ part }) => `/induksi/${part}`,
});

export const answerInductionAction = defineAction({
  name: "answer-induction",
  permission: "purchase:own",
  schema: answerInductionInput,
  limit: fewAnswers,
  run: answerInduction,
  fieldOf: { "induction-answer-wrong": "choice", "induction-too-early": "choice" },
  next: ({ next }) => (next === null ? "/induksi?selesai=1" : `/induksi/${next}`),
});
