"use server";

import { defineAction } from "#platform/web/action.ts";
import { appealInput, caseInput, decisionInput } from "./schema.ts";
import { decideCase } from "./use-cases/decide-case.ts";
import { fileAppeal } from "./use-cases/file-appeal.ts";
import { releaseCase } from "./use-cases/release-case.ts";
import { takeCase } from "./use-cases/take-case.ts";

export const takeCaseAction = defineAction({
  name: "take-review",
  permission: "verification:review",
  schema: caseInput,
  run: takeCase,
  next: ({ caseId }) => `/admin/verifikasi/${caseId}`,
});

export const releaseCaseAction = defineAction({
  name: "release-review",
  permission: "verification:review",
  schema: caseInput,
  run: releaseCase,
  next: () => "/admin/verifikasi?dilepas=1",
});

export const decideCaseAction = defineAction({
  name: "decide-review",
  permission: "verification:review",
  schema: decisionInput,
  run: decideCase,
  fieldOf: { "review-reason-needed": "reason" },
  next: () => "/admin/verifikasi?diputuskan=1",
});

export const fileAppealAction = defineAction({
  name: "file-appeal",
  permission: "registration:own",
  limit: { points: 20, seconds: 3_600 },
  schema: appealInput,
  run: fileAppeal,
  next: () => "/verifikasi/banding",
});
