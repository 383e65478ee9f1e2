import { type StaffActor, system } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { agreeByTwo } from "#platform/approval/agree.ts";
import type { ApprovalRefusal } from "#platform/approval/rules.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { publicationWanted } from "../events.ts";
import { decidePublication } from "../policy.ts";
import type { DeterminationRefusal } from "../refusals.ts";
import {
  askForPublication,
  findDecreeNumber,
  finishPublication,
  insertDeterminations,
  lockWaveToDetermine,
  markWave,
  settleEntries,
  startAnnouncement,
  waitForOtherDraws,
} from "../repository/publication.ts";

/** Seconds that the publication of a wave of ten million may take. */
const LONG = 1_800;

/** Publishes the result of a decided wave when two operators want it; the worker does the writing. */
export async function publishWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, DeterminationRefusal | ApprovalRefusal>> {
  const wave = await lockWaveToDetermine(work.tx, waveId);
  if (!wave) return refuse({ code: "determination-wave-unknown" });
  const decision = decidePublication(wave.status);
  if (!decision.ok) return decision;
  if (decision.value === "nothing-to-do") return ok({ waveId });
  const agreement = await agreeByTwo(work, { subject: `wave:${waveId}`, step: "publish" });
  if (!agreement.ok) return agreement;
  if (agreement.value === "proposed") return ok({ waveId });
  await askForPublication(work.tx, { waveId, askedBy: work.actor.accountId, askedAt: work.now });
  await work.publish(publicationWanted({ waveId }));
  return ok({ waveId });
}

/**
 * Determines the recipients, gives every entry its outcome, and starts telling everybody. Once, however often it is
 * asked. `now` is given by seeds and tests only.
 */
export async function publishWaveReaction(
  { waveId }: { readonly waveId: string },
  conditions: { readonly now?: Date } = {},
): Promise<void> {
  await inOneTransaction(
    system,
    async (work) => {
      await waitForOtherDraws(work.tx);
      const wave = await lockWaveToDetermine(work.tx, waveId);
      if (wave?.status !== "decided") return ok(null);
      const decreeNumber = await findDecreeNumber(work.tx, waveId);
      const recipients = await insertDeterminations(work.tx, waveId, decreeNumber, work.now);
      await settleEntries(work.tx, waveId);
      await markWave(work.tx, waveId, "published", work.now);
      await startAnnouncement(work.tx, waveId);
      await finishPublication(work.tx, waveId, work.now);
      await work.record({
        action: "wave-published",
        subject: `wave:${waveId}`,
        details: { number: wave.number, recipients, decree: decreeNumber },
      });
      return ok(null);
    },
    { ...conditions, seconds: LONG },
  );
}
