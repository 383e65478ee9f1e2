import type { Actor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccessRefusal } from "../refusals.ts";
import { markSecondStep } from "../repository/sessions.ts";
import type { Credentials, Holder } from "../types.ts";
import { takeCode } from "./take-code.ts";

/** The second step of signing in: from here on the session counts as its holder. */
export async function enterSecondStep(
  work: Work<Actor>,
  input: { readonly holder: Holder | null; readonly code: string },
): Promise<Result<{ role: Credentials["role"] }, AccessRefusal>> {
  const { holder, code } = input;
  if (!holder) return refuse({ code: "session-over" });
  if (holder.standing !== "needs-code") return ok({ role: holder.role });
  const taken = await takeCode(work, holder.accountId, code);
  if (!taken.ok) return taken;
  await markSecondStep(work.tx, holder.sessionId);
  return ok({ role: holder.role });
}
