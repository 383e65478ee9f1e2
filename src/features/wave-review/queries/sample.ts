import type { StaffActor } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import { ok } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import type { Sample, SampleFilter } from "../types.ts";
import { findAnomalousPeople } from "./anomalies.ts";
import { type AskedWave, findJudged, isFixed, seen } from "./judged.ts";

const SIZE = 20;
/** Before the list is fixed, so many people, chosen by the seed, are judged to find twenty with one verdict. */
const JUDGED = 20_000;

/**
 * Twenty of a wave's people, chosen by a seed: the same seed and filter show the same people again while the wave stays
 * as it is. Who looks at whom is written down where the person can read it; names only for who may read applicants.
 */
export async function viewSample(
  actor: StaffActor,
  wave: AskedWave,
  { seed, filter }: { readonly seed: number; readonly filter: SampleFilter },
): Promise<Sample> {
  const people = await chosenPeople(wave, seed, filter);
  const names = may(actor.role, "applicant:read") ? "masked" : "none";
  const viewed = await inOneTransaction(
    actor,
    async (work) => {
      const rowOf = new Map(
        (await findJudged(work.tx, wave, people)).map((row) => [row.participantId as string, row]),
      );
      const rows = people
        .flatMap((id) => rowOf.get(id) ?? [])
        .filter((row) => filter.verdict === null || (row.refusal ?? "eligible") === filter.verdict)
        .slice(0, SIZE)
        .map((row) => seen(row, wave, names));
      await work.recordRead({
        participantIds: rows.map(({ participantId }) => participantId),
        purpose: "wave-review",
        data: names === "masked" ? ["name", "nik-masked", "situation"] : ["situation"],
      });
      await work.record({
        action: "wave-sampled",
        subject: `wave:${wave.id}`,
        details: { seed, shown: rows.length },
      });
      return ok(rows);
    },
    { seconds: 60 },
  );
  return { seed, rows: viewed.ok ? viewed.value : [], isFixed: isFixed(wave) };
}

/** In the order of the seed. The verdict is looked at here only where it is kept. */
async function chosenPeople(
  wave: AskedWave,
  seed: number,
  { province, verdict, anomaly }: SampleFilter,
): Promise<readonly string[]> {
  const most = verdict === null ? SIZE : JUDGED;
  if (anomaly) return findAnomalousPeople(wave.id, anomaly, { seed, most });
  const rows = isFixed(wave)
    ? await database().$queryRaw<{ id: string }[]>`
        SELECT participant_id AS id FROM frozen_entry
        WHERE wave_id = ${wave.id}::uuid AND (${province}::text IS NULL OR province_code = ${province})
          AND (${verdict}::text IS NULL OR coalesce(refusal, 'eligible') = ${verdict})
        ORDER BY hashtextextended(participant_id::text, ${seed}::bigint), participant_id LIMIT ${SIZE}`
    : await database().$queryRaw<{ id: string }[]>`
        SELECT e.participant_id AS id FROM wave_entry e
        LEFT JOIN registration r ON ${province}::text IS NOT NULL AND r.participant_id = e.participant_id
        WHERE e.wave_id = ${wave.id}::uuid AND (${province}::text IS NULL OR r.province_code = ${province})
        ORDER BY hashtextextended(e.participant_id::text, ${seed}::bigint), id LIMIT ${most}::int`;
  return rows.map(({ id }) => id);
}

/** A seed for who brought none: from 1 to 999,999,999. */
export function seedFrom(key: string): number {
  return (Number.parseInt(key.replaceAll("-", "").slice(-10), 16) % 999_999_999) + 1;
}
