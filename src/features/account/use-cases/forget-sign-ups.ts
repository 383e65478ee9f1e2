import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { forgottenBefore } from "../policy/sign-up.ts";
import { deleteSignUps } from "../repository/sign-ups.ts";

const BATCH = 500;

/** Forgets sign-ups of long ago: finished ones have their account, the others' contact was never shown to be theirs. */
export async function forgetSignUpsDue(now: Date): Promise<number> {
  const forgotten = await inOneTransaction(
    system,
    async ({ tx }) => ok(await deleteSignUps(tx, forgottenBefore(now), BATCH)),
    { now },
  );
  return forgotten.ok ? forgotten.value : 0;
}
