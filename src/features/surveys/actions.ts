"use server";

import { defineAction } from "#platform/web/action.ts";
import { submitSurveyInput } from "./schema.ts";
import { submitSurvey } from "./use-cases/submit-survey.ts";

export const submitSurveyAction = defineAction({
  name: "submit-survey",
  permission: "survey:own",
  schema: submitSurveyInput,
  run: submitSurvey,
  next: ({ number }) => `/survei/${number}`,
});
