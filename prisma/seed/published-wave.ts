import { createHmac, randomBytes } from "node:crypto";
import type { StaffActor } from "#authorization/actor.ts";
import { decideWave } from "#features/determination/use-cases/decide-wave.ts";
import { publishWave, publishWaveReaction } from "#features/determination/use-cases/publish-wave.ts";
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
import { addSeconds } from "#kernel/calendar.ts";
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
  "Angka penutupan IHSG (Bursa Efek Indonesia) pada hari pengundian, dua angka di belakang koma, contoh demo";
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
  await must(as.operator, at(90), (work) => decideWave(work, { waveId }));
  await must(as.operator, at(100), (work) => publishWave(work, { waveId }));
  await must(as.second, at(101), (work) => publishWave(work, { waveId }));
  await publishWaveReaction({ waveId }, { now });
  // Nobody is told: what follows for the people of the demo is written by whoever makes them.
  await database().waveAnnouncement.update({ where: { waveId }, data: { finishedAt: now } });
}

function actorsOf({ operator, secondOperator, witness }: Ceremony) {
  const administrator = (accountId: AccountId): StaffActor => ({
    ...{ role: "administrator", accountId },
    providerSlug: null,
    platformSlug: null,
  });
  return {
    operator: administrator(operator),
    second: administrator(secondOperator),
    witness: {
      role: "witness",
      accountId: witness,
      providerSlug: null,
      platformSlug: null,
    } satisfies StaffActor,
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
