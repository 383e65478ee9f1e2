import { cookies } from "next/headers";
import { isUuid } from "#kernel/identifiers.ts";
import { isSignedToken, signToken } from "#platform/db/token.ts";
import { cookieName, cookieOptions } from "./session-cookie.ts";

const PURPOSE = "sign-up";
const LIFE_SECONDS = 2 * 24 * 3600;

/** Marks this browser as the one that started a sign-up: an id and its signature, nothing of the person. */
export async function rememberSignUp(signUpId: string): Promise<void> {
  const value = `${signUpId}.${signToken(PURPOSE, signUpId)}`;
  (await cookies()).set(cookieName("daftar"), value, cookieOptions(LIFE_SECONDS));
}

/** The sign-up that this browser started; null when there is none, or somebody changed the mark. */
export async function currentSignUp(): Promise<string | null> {
  const [id = "", token = ""] = (await cookies()).get(cookieName("daftar"))?.value.split(".") ?? [];
  return isUuid(id) && isSignedToken(token, PURPOSE, id) ? id : null;
}
