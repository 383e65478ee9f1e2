import { createHmac } from "node:crypto";
import type { StaffActor } from "#authorization/actor.ts";
import { publicPromise, secretPromise } from "#features/selection/policy/promises.ts";
import { sha256 } from "#features/selection/queries/sha256.ts";
import { drawWaveReaction } from "#features/selection/use-cases/carry-out-draw.ts";
import { freezeWaveReaction } from "#features/selection/use-cases/carry-out-freeze.ts";
import { drawWave } from "#features/selection/use-cases/draw-wave.ts";
import { freezeWave } from "#features/selection/use-cases/freeze-wave.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertEntry, insertWave } from "../../../prisma/seed/people.ts";
import { anAdministrator } from "../../support/people.ts";

// Waves of one test file, on their way from the closing to the draw.

export const opening = new Date("2026-11-24T03:00:00Z");
export const closing = addSeconds(opening, 14 * 86_400);
export const minutesOn = (minutes: number) => addSeconds(closing, minutes * 60);

let number = 0;
let staff: readonly [StaffActor, StaffActor, StaffActor] | undefined;

/** Two administrators and one more who is the witness. */
export async function theStaff(): Promise<readonly [StaffActor, StaffActor, StaffActor]> {
  const one = async (): Promise<StaffActor> => ({
    role: "administrator",
    accountId: (await anAdministrator(opening)) as AccountId,
    providerSlug: null,
    platformSlug: null,
  });
  staff ??= [await one(), await one(), await one()];
  return staff;
}

/** A closed wave that these people joined. */
export async function aClosedWave(people: readonly ParticipantId[], quota: number): Promise<string> {
  number += 1;
  const waveId = await insertWave(number, quota, opening);
  for (const person of people) await insertEntry(person, waveId, opening);
  await database().wave.update({ where: { id: waveId }, data: { status: "closed", closedAt: closing } });
  return waveId;
}

export async function askForFreeze(waveId: string) {
  const [first] = await theStaff();
  return inOneTransaction(first, (work) => freezeWave(work, { waveId }), { now: minutesOn(1) });
}

export async function freeze(waveId: string): Promise<void> {
  const asked = await askForFreeze(waveId);
  if (!asked.ok) throw new Error(asked.refusal.code);
  await freezeWaveReaction({ waveId }, { now: minutesOn(2) });
}

/** All three promise, and show what they promised. */
export async function showValues(waveId: string, values: readonly [string, string, string]): Promise<void> {
  const [first, , witness] = await theStaff();
  const wave = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
  const [secret, another, publicFigure] = values;
  // A secret has 32 bytes.
  const bytes = [secret.padEnd(32, "."), another.padEnd(32, "."), publicFigure].map((value) =>
    new TextEncoder().encode(value),
  );
  const [operator = new Uint8Array(), witnessed = new Uint8Array(), figure = new Uint8Array()] = bytes;
  const knownAt = minutesOn(60);
  const promise = (party: "operator" | "witness", value: Uint8Array) =>
    secretPromise(sha256, wave.number, party, value);
  const none = { source: null, knownAt: null };
  const source = "The closing figure of the index on that day";
  const byFirst = { committedBy: first.accountId, committedAt: minutesOn(10) };
  await database().drawCommitment.create({
    data: { waveId, party: "operator", commitment: promise("operator", operator), ...byFirst, ...none },
  });
  const byWitness = { committedBy: witness.accountId, committedAt: minutesOn(10) };
  await database().drawCommitment.create({
    data: { waveId, party: "witness", commitment: promise("witness", witnessed), ...byWitness, ...none },
  });
  const commitment = publicPromise(sha256, wave.number, knownAt, source);
  await database().drawCommitment.create({
    data: { waveId, party: "public", commitment, ...byFirst, source, knownAt },
  });
  for (const [party, value, minutes] of [
    ["operator", operator, 20],
    ["witness", witnessed, 20],
    ["public", figure, 61],
  ] as const) {
    const shown = { isFallback: false, revealedBy: first.accountId, revealedAt: minutesOn(minutes) };
    await database().drawReveal.create({ data: { waveId, party, value, ...shown } });
  }
}

export const pressDraw = (actor: StaffActor, waveId: string) =>
  inOneTransaction(actor, (work) => drawWave(work, { waveId }), { now: minutesOn(70) });

/** Freezes, lets the values be shown and draws. */
export async function draw(
  waveId: string,
  values: readonly [string, string, string] = ["o", "w", "7451,09"],
) {
  const [first, second] = await theStaff();
  await freeze(waveId);
  await showValues(waveId, values);
  await pressDraw(first, waveId);
  await pressDraw(second, waveId);
  await drawWaveReaction({ waveId }, { now: minutesOn(72) });
}

/** The wave stands here now, whatever leads there. */
export async function stand(waveId: string, status: "decided" | "archived"): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.wave.update({ where: { id: waveId }, data: { status } });
  });
}

/** So that the next wave may be frozen: nothing of this one is undecided any more. */
export const putAside = (waveId: string) => stand(waveId, "archived");

/** The places of a draw in their order, with their lines. */
export async function drawnLines(waveId: string) {
  const lines = await database().drawLeaf.findMany({ where: { waveId } });
  const lineAt = new Map(lines.map((line) => [line.position, line]));
  const places = await database().drawPlace.findMany({ where: { waveId }, orderBy: { rank: "asc" } });
  return places.map((place) => {
    const line = lineAt.get(place.position);
    if (!line) throw new Error("a place without a line");
    return { ...line, ...place };
  });
}

export type Rules = {
  readonly quota: number;
  readonly perFamilyCard: number;
  readonly provinces?: ReadonlyMap<string, number>;
  readonly groups?: ReadonlyMap<number, number>;
};

type Line = {
  readonly leaf: Uint8Array;
  readonly family: Uint8Array;
  readonly familyTaken: number;
  readonly provinceCode: string;
  readonly priority: number;
};

/** The rule as it is written, line by line, without any of the engine. */
export function byTheRule<Each extends Line>(lines: readonly Each[], seed: Uint8Array, rules: Rules) {
  const keyOf = (line: Line) => createHmac("sha256", seed).update(line.leaf).digest("hex");
  const order = lines
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((one, other) => one.line.priority - other.line.priority || (one.key < other.key ? -1 : 1));
  const counts = new Map<string, number>();
  const count = (name: string) => counts.get(name) ?? 0;
  const more = (name: string) => counts.set(name, count(name) + 1);
  return order.map(({ line }, index) => {
    const [family, province] = [
      `family ${Buffer.from(line.family).toString("hex")}`,
      `in ${line.provinceCode}`,
    ];
    const [group, stratum] = [`group ${line.priority}`, `stratum ${line.provinceCode} ${line.priority}`];
    more(stratum);
    const drawn = { line, rank: index + 1, stratumRank: count(stratum) };
    if (line.familyTaken + count(family) >= rules.perFamilyCard)
      return { ...drawn, outcome: "family_card_full" };
    const isFull =
      count("all") >= rules.quota ||
      (rules.provinces?.size && count(province) >= (rules.provinces.get(line.provinceCode) ?? 0)) ||
      count(group) >= (rules.groups?.get(line.priority) ?? rules.quota);
    if (isFull) return { ...drawn, outcome: "quota_full" };
    for (const name of ["all", family, province, group]) more(name);
    return { ...drawn, outcome: "selected" };
  });
}
