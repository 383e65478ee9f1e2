import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { surveyOpened } from "../events.ts";
import { takeOpenedRounds } from "../repository.ts";

const BATCH = 200;

/** Announces each survey once when its day has come; answers how many were looked at. */
export async function announceOpenSurveysDue(now: Date): Promise<number> {
  const taken = await inOneTransaction(
    system,
    async (work) => {
      const rounds = await takeOpenedRounds(work.tx, now, BATCH);
      for (const { participantId, number, isTold } of rounds) {
        if (isTold) await work.publish(surveyOpened({ participantId, number }));
      }
      return ok(rounds.length);
    },
    { now },
  );
  return taken.ok ? taken.value : 0;
}
