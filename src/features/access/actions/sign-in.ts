"use server";

import { redirect } from "next/navigation";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { defineAction } from "#platform/web/action.ts";
import { currentSession, endSession, startSession } from "#platform/web/session.ts";
import { visitingBrowser } from "#platform/web/visiting-browser.ts";
import { secondStepInput, signInInput } from "../schema.ts";
import { enterSecondStep } from "../use-cases/enter-second-step.ts";
import { signIn } from "../use-cases/sign-in.ts";
import { holderOf } from "./holder.ts";

/** One address may be a whole village's; each identifier has its own, tight count. */
const village = { points: 300, seconds: 600 };

export const signInAction = defineAction({
  name: "sign-in",
  permission: "account:open",
  schema: signInInput,
  limit: village,
  run: async (work, { identifier, password }) =>
    signIn(work, {
      ...{ identifier, password },
      browser: await visitingBrowser(),
      replaces: (await currentSession())?.id ?? null,
    }),
  respond: startSession,
  next: ({ role, standing }, { returnTo }) => {
    if (standing === "needs-set-up") return "/keamanan/dua-langkah";
    if (standing === "inside") return returnTo ?? HOME_OF_ROLE[role];
    return returnTo ? `/masuk/kode?kembali=${encodeURIComponent(returnTo)}` : "/masuk/kode";
  },
});

export const enterSecondStepAction = defineAction({
  name: "enter-second-step",
  permission: "account:open",
  schema: secondStepInput,
  limit: village,
  run: async (work, { code }) => enterSecondStep(work, { holder: holderOf(await currentSession()), code }),
  fieldOf: { "second-step-wrong": "code", "second-step-used": "code" },
  next: ({ role }, { returnTo }) => returnTo ?? HOME_OF_ROLE[role],
});

/** Leaves this browser's session. */
export async function signOutAction(): Promise<void> {
  await endSession();
  redirect("/");
}
