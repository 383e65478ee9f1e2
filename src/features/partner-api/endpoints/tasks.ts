import { env } from "#env.ts";
import { defineEndpoint, done } from "../endpoint.ts";
import {
  feedbackInput,
  feedbackOutput,
  submissionInput,
  submissionOutput,
  taskStatusInput,
  taskStatusOutput,
} from "../schema/tasks.ts";
import { handInTask, tellTaskStatus } from "../use-cases/hand-in-task.ts";

const subjectOf = ({ redeem_code }: { readonly redeem_code: string }) => redeem_code;

export const submissionEndpoint = defineEndpoint({
  path: "/api/v1/integration/tpm/submission",
  kind: "provider",
  summary: "Menyerahkan tugas peserta; berkasnya diambil oleh portal",
  input: submissionInput,
  output: submissionOutput,
  changes: true,
  subjectOf,
  run: async (call, { redeem_code, scope, sequence, url_file }) => {
    const sent = { redeemCode: redeem_code, scope, sequence, urlFile: url_file, notes: null };
    const handedIn = await handInTask(call, {
      ...sent,
      part: "assignment",
      allowsLoopback: env().DEMO_MODE,
    });
    if (!handedIn.ok) return handedIn;
    const { id, status, scope: read, sequence: number } = handedIn.value;
    return done({ id, redeem_code, scope: read, sequence: number, url_file, status });
  },
});

export const feedbackEndpoint = defineEndpoint({
  path: "/api/v1/integration/tpm/feedback/submission",
  kind: "provider",
  summary: "Menyerahkan umpan balik atas tugas peserta",
  input: feedbackInput,
  output: feedbackOutput,
  changes: true,
  subjectOf,
  run: async (call, { redeem_code, scope, sequence, notes, url_file }) => {
    const handedIn = await handInTask(call, {
      ...{ redeemCode: redeem_code, scope, sequence },
      urlFile: url_file || null,
      notes: notes?.trim() || null,
      part: "feedback",
      allowsLoopback: env().DEMO_MODE,
    });
    if (!handedIn.ok) return handedIn;
    const { id, status, scope: read, sequence: number, urlFile } = handedIn.value;
    const written = { id, redeem_code, scope: read, sequence: number };
    return done({ ...written, notes: notes ?? "", url_file: urlFile, status });
  },
});

export const taskStatusEndpoint = defineEndpoint({
  path: "/api/v1/integration/tpm/submission/status",
  kind: "provider",
  summary: "Keadaan tugas dan umpan balik",
  input: taskStatusInput,
  output: taskStatusOutput,
  changes: false,
  subjectOf,
  run: async (call, { redeem_code, scope, sequence }) => {
    const told = await tellTaskStatus(call, { redeemCode: redeem_code, scope, sequence });
    if (!told.ok) return told;
    const { assignment, feedback } = told.value;
    const place = { redeem_code, scope: told.value.scope, sequence: told.value.sequence };
    return done({ assignment: { ...place, status: assignment }, feedback: { ...place, status: feedback } });
  },
});
