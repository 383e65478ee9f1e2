import { createHmac, randomBytes } from "node:crypto";
import type { StaffActor } from "#authorization/actor.ts";
import { emptyLots, orderLots } from "#features/selection/policy/lots.ts";
import { secretPromise, seedOf } from "#features/selection/policy/promises.ts";
import { walkLots } from "#features/selection/policy/walk.ts";
import { sha256 } from "#features/selection/queries/sha256.ts";
import { drawWaveReaction } from "#features/selection/use-cases/carry-out-draw.ts";
import { freezeWaveReaction } from "#features/selection/use-cases/carry-out-freeze.ts";
import { drawWave } from "#features/selection/use-cases/draw-wave.ts";
import { freezeWave } from "#features/selection/use-cases/freeze-wave.ts";
import { markReviewed } from "#features/selection/use-cases/mark-reviewed.ts";
import { announcePublicValue, promiseSecret } from "#features/selection/use-cases/promise-value.ts";
import { showValue } from "#features/selection/use-cases/show-value.ts";
import { findQuotas, findSchemeOfWave } from "#features/waves/queries.ts";
import { addSeconds, dayInWib } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import { agreeByTwo } from "#platform/approval/agree.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";

// A wave on its whole way from the closing to the publication, by the portal's own commands, so that its draw can be
// checked like every other. The one thing that no real ceremony allows: its operator looks for a secret that selects
// the people whom the demo tells of.

export type Ceremony = {
  readonly waveId: string;
  /** Who must come out, and nobody else. */
  readonly selected: readonly string[];
  readonly operator: AccountId;
  readonly secondOperator: AccountId;
  readonly witness: AccountId;
  /** The publication; everything else happened in the two hours before. */
  readonly now: Date;
};

const MINUTE = 60;
const BEGIN = -120 * MINUTE;
const SOURCE =
  "Angka penutupan IHSG (Bursa Efek Indonesia) pada hari pengundian, dua angka di belakang koma, contoh demo.";
const FIGURE = "7451,09";
const TRIES = 20_000;

/** Throws when these people, and nobody else, cannot all be selected. */
export async function publishWaveOf(ceremony: Ceremony): Promise<void> {
  const { waveId, now } = ceremony;
  const at = (minutes: number) => addSeconds(now, BEGIN + minutes * MINUTE);
  const as = actorsOf(ceremony);
  await close(ceremony, as, at(0));
  await must(as.operator, at(1), (work) => freezeWave(work, { waveId }));
  await freezeWaveReaction({ waveId }, { now: at(2) });

  const secrets = await findSecrets(ceremony);
  for (const [party, minutes] of [
    ["operator", 10],
    ["witness", 15],
  ] as const) {
    const promise = Buffer.from(secretPromise(sha256, secrets.number, party, secrets[party])).toString("hex");
    await must(as[party], at(minutes), (work) => promiseSecret(work, { waveId, party, promise }));
  }
  const announced = { waveId, source: SOURCE, knownAt: at(60) };
  await must(as.operator, at(20), (work) => announcePublicValue(work, announced));
  for (const [party, minutes] of [
    ["operator", 25],
    ["witness", 30],
  ] as const)
    await must(as[party], at(minutes), (work) => showValue(work, { waveId, party, value: secrets[party] }));
  const value = new TextEncoder().encode(FIGURE);
  await must(as.witness, at(61), (work) => showValue(work, { waveId, party: "public", value }));

  await must(as.operator, at(70), (work) => drawWave(work, { waveId }));
  await must(as.second, at(71), (work) => drawWave(work, { waveId }));
  await drawWaveReaction({ waveId }, { now: at(72) });
  await must(as.operator, at(80), (work) => markReviewed(work, { waveId }));
  await decide(ceremony);
  await agree(ceremony, as, "publish", now);
  await database().wave.update({ where: { id: waveId }, data: { status: "published", publishedAt: now } });
}

function actorsOf({ operator, secondOperator, witness }: Ceremony) {
  const administrator = (accountId: AccountId): StaffActor => ({
    ...{ role: "administrator", accountId },
    providerSlug: null,
  });
  return {
    operator: administrator(operator),
    second: administrator(secondOperator),
    witness: { role: "witness", accountId: witness, providerSlug: null } satisfies StaffActor,
  };
}

type Actors = ReturnType<typeof actorsOf>;

async function must<Value>(
  actor: StaffActor,
  now: Date,
  run: (work: Work<StaffActor>) => Promise<Result<Value, { readonly code: string }>>,
): Promise<void> {
  const result = await inOneTransaction(actor, run, { now });
  if (!result.ok) throw new Error(result.refusal.code);
}

async function agree({ waveId }: Ceremony, as: Actors, step: string, now: Date): Promise<void> {
  for (const actor of [as.operator, as.second])
    await must(actor, now, (work) => agreeByTwo(work, { subject: `wave:${waveId}`, step }));
}

/** By its time, or before it by two. */
async function close(ceremony: Ceremony, as: Actors, begin: Date): Promise<void> {
  const { closesAt } = await database().wave.findUniqueOrThrow({ where: { id: ceremony.waveId } });
  const closedAt = closesAt < begin ? closesAt : begin;
  if (closedAt < closesAt) await agree(ceremony, as, "close", begin);
  await database().wave.update({
    where: { id: ceremony.waveId },
    data: { status: "closed", closedAt },
  });
}

/** Secrets under which exactly the wanted people are selected. */
async function findSecrets({ waveId, selected }: Ceremony) {
  const { number, quota } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
  const { root } = await database().drawList.findUniqueOrThrow({ where: { waveId } });
  const lines = await database().drawLeaf.findMany({ where: { waveId }, orderBy: { position: "asc" } });
  const { parameters } = await findSchemeOfWave(waveId);
  const places = {
    ...(await findQuotas(waveId)),
    ...{ quota, perFamilyCard: parameters.recipientsPerFamilyCard },
  };
  const witness = secret();
  const figure = new TextEncoder().encode(FIGURE);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const operator = secret();
    const seed = seedOf(sha256, number, root, { operator, witness, public: figure });
    const won = winners(lines, seed, places);
    if (won.length === selected.length && selected.every((id) => won.includes(id)))
      return { number, operator, witness };
  }
  throw new Error(`the wanted people do not come out of ${lines.length} lines for ${quota} places`);
}

type Line = Awaited<ReturnType<ReturnType<typeof database>["drawLeaf"]["findMany"]>>[number];

function winners(lines: readonly Line[], seed: Uint8Array, places: Parameters<typeof walkLots>[2]["places"]) {
  const lots = emptyLots(lines.length);
  const strata = lines.map(({ provinceCode, priority }) => ({ provinceCode, priority }));
  for (const [position, { leaf, crowd, familyTaken }] of lines.entries()) {
    const key = createHmac("sha256", seed).update(leaf).digest();
    for (let word = 0; word < 4; word += 1) lots.keys[position * 4 + word] = key.readUInt32BE(word * 4);
    lots.strata[position] = position;
    lots.crowds[position] = crowd ?? 0;
    lots.taken[position] = familyTaken;
  }
  const order = orderLots(
    lots,
    strata.map(({ priority }) => priority),
  );
  const { outcomes } = walkLots(lots, order, { strata, places });
  return [...order].flatMap((position, index) =>
    outcomes[index] === 0 ? (lines[position]?.participantId ?? []) : [],
  );
}

const secret = () => new Uint8Array(randomBytes(32));

/** The decree with everything that follows from it. */
async function decide({ waveId, operator, now }: Ceremony): Promise<void> {
  const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
  const { selectedCount, digest } = await database().draw.findUniqueOrThrow({ where: { waveId } });
  const decree = `SK-SIM/${number}/${dayInWib(now).slice(0, 4)}`;
  await database().decree.create({
    data: { number: decree, waveId, issuedAt: now, issuedBy: operator, people: selectedCount, digest },
  });
  await database().$executeRaw`
    INSERT INTO determination (participant_id, wave_id, family_card_index, family_place, decree_number, determined_at)
    SELECT f.participant_id, f.wave_id, f.family_card_index,
      f.family_recipients + row_number() OVER (PARTITION BY f.family_card_index ORDER BY p.rank), ${decree}, ${now}
    FROM draw_place p
    JOIN draw_leaf l ON l.wave_id = p.wave_id AND l.position = p.position
    JOIN frozen_entry f ON f.wave_id = p.wave_id AND f.participant_id = l.participant_id
    WHERE p.wave_id = ${waveId}::uuid AND p.outcome = 'selected'`;
  await database().$executeRaw`
    UPDATE wave_entry e
    SET status = CASE WHEN f.refusal IS NOT NULL THEN 'ineligible' WHEN p.outcome = 'selected' THEN 'selected' ELSE 'not_selected' END::wave_entry_status,
      reason = coalesce(f.refusal, CASE p.outcome WHEN 'family_card_full' THEN 'entry-family-card-full' WHEN 'quota_full' THEN 'entry-quota-full' END)
    FROM frozen_entry f
    LEFT JOIN draw_leaf l ON l.wave_id = f.wave_id AND l.participant_id = f.participant_id
    LEFT JOIN draw_place p ON p.wave_id = l.wave_id AND p.position = l.position
    WHERE f.wave_id = ${waveId}::uuid AND e.wave_id = f.wave_id AND e.participant_id = f.participant_id`;
  await database().wave.update({ where: { id: waveId }, data: { status: "decided", decidedAt: now } });
}
