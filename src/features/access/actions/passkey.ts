import { cookies } from "next/headers";
import { HOME_OF_ROLE } from "#authorization/home.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { refuse } from "#kernel/result.ts";
import { defineJsonCommand } from "#platform/web/json-command.ts";
import { currentSession, startSession } from "#platform/web/session.ts";
import { cookieName, cookieOptions } from "#platform/web/session-cookie.ts";
import { visitingBrowser } from "#platform/web/visiting-browser.ts";
import { newPasskeyInput, nothingInput, passkeyInput } from "../schema.ts";
import { addPasskey, offerNewPasskey } from "../use-cases/add-passkey.ts";
import { offerPasskeySignIn, signInByPasskey } from "../use-cases/sign-in-by-passkey.ts";

// The doors of src/elements/passkey.ts. A challenge is of one browser: its id travels in a cookie that no script reads.

const CHALLENGE_SECONDS = 300;
const village = { points: 300, seconds: 600 };
const calm = { points: 30, seconds: 600 };

type Offered = { readonly challengeId: string; readonly options: object };

export const offerNewPasskeyCommand = defineJsonCommand({
  name: "offer-new-passkey",
  permission: "access:any",
  schema: nothingInput,
  limit: calm,
  run: offerNewPasskey,
  answer: handOver,
});

export const addPasskeyCommand = defineJsonCommand({
  name: "add-passkey",
  permission: "access:any",
  schema: newPasskeyInput,
  limit: calm,
  run: async (work, answer) => {
    const challengeId = await offeredChallenge();
    if (!challengeId) return refuse({ code: "passkey-refused" });
    return addPasskey(work, { challengeId, answer, browser: await visitingBrowser() });
  },
  answer: async () => ({ next: "/keamanan?kunci=baru" }),
});

export const offerPasskeySignInCommand = defineJsonCommand({
  name: "offer-passkey-sign-in",
  permission: "account:open",
  schema: nothingInput,
  limit: village,
  run: offerPasskeySignIn,
  answer: handOver,
});

export const signInByPasskeyCommand = defineJsonCommand({
  name: "sign-in-by-passkey",
  permission: "account:open",
  schema: passkeyInput,
  limit: village,
  run: async (work, answer) => {
    const challengeId = await offeredChallenge();
    if (!challengeId) return refuse({ code: "passkey-refused" });
    const replaces = (await currentSession())?.id ?? null;
    return signInByPasskey(work, { challengeId, answer, browser: await visitingBrowser(), replaces });
  },
  answer: async (signedIn) => {
    await startSession(signedIn);
    const isInside = signedIn.standing === "inside";
    return { next: isInside ? HOME_OF_ROLE[signedIn.role] : "/keamanan/dua-langkah" };
  },
});

async function handOver({ challengeId, options }: Offered): Promise<object> {
  (await cookies()).set(cookieName("tantangan"), challengeId, cookieOptions(CHALLENGE_SECONDS));
  return options;
}

async function offeredChallenge(): Promise<string | null> {
  const id = (await cookies()).get(cookieName("tantangan"))?.value;
  return id && isUuid(id) ? id : null;
}
