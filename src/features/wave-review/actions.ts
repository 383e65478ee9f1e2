"use server";

import { defineAction } from "#platform/web/action.ts";
import { excludeInput } from "./schema.ts";
import { excludeApplicant } from "./use-cases/exclude-applicant.ts";

export const excludeApplicantAction = defineAction({
  name: "exclude-applicant",
  permission: "wave:command",
  schema: excludeInput,
  run: excludeApplicant,
  next: ({ waveId, participantId }) => `/admin/gelombang/${waveId}/peserta/${participantId}`,
});
