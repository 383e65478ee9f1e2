import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { entryNotSelected, recipientDetermined } from "../events.ts";
import { reasonOf } from "../policy/eligibility.ts";
import { decidePublication, decreeNumberOf } from "../policy/selection-steps.ts";
import type { SelectionRefusal } from "../refusals.ts";
import {
  findOutcomes,
  insertDeterminations,
  lockWaveToSelect,
  markWave,
  settleEntries,
} from "../repository.ts";

/** Publishes the result of a drawn wave: the decree, everyone's outcome with its reason, and the news of it. */
export async function publishWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, SelectionRefusal>> {
  const wave = await lockWaveToSelect(work.tx, waveId);
  if (!wave) return refuse({ code: "selection-wave-unknown" });
  const decision = decidePublication(wave.status);
  if (!decision.ok) return decision;
  if (decision.value === "nothing-to-do") return ok({ waveId });

  const decreeNumber = decreeNumberOf(wave.number, work.now);
  const recipients = await insertDeterminations(work.tx, wave, decreeNumber, work.now);
  await settleEntries(work.tx, waveId, {
    familyCardFull: reasonOf.family_card_full,
    quotaFull: reasonOf.quota_full,
  });
  await markWave(work.tx, waveId, "published", work.now);
  for (const { participantId, reason } of await findOutcomes(work.tx, waveId)) {
    const news =
      reason === null
        ? recipientDetermined({ participantId, waveId })
        : entryNotSelected({ participantId, waveId, reason });
    await work.publish(news);
  }
  await work.record({
    action: "wave-published",
    subject: `wave:${waveId}`,
    details: { number: wave.number, recipients, decree: decreeNumber },
  });
  return ok({ waveId });
}
