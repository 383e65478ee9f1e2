import { randomBytes } from "node:crypto";
import type { ParticipantActor, StaffActor } from "#authorization/actor.ts";
import type { WavePlan } from "#features/waves/types.ts";
import { closeWave } from "#features/waves/use-cases/close-wave.ts";
import { joinWave } from "#features/waves/use-cases/join-wave.ts";
import { openWave } from "#features/waves/use-cases/open-wave.ts";
import { planWave } from "#features/waves/use-cases/plan-wave.ts";
import { scheduleWave } from "#features/waves/use-cases/schedule-wave.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { anAdministrator, anApplicantReadyToJoin } from "../../support/people.ts";

export const DAY = 86_400;

/** Two administrators, the first of whom does what needs one. */
export async function twoAdministrators(now: Date): Promise<readonly [StaffActor, StaffActor]> {
  const one = async (): Promise<StaffActor> => ({
    role: "administrator",
    accountId: (await anAdministrator(now)) as AccountId,
    providerSlug: null,
    platformSlug: null,
  });
  return [await one(), await one()];
}

let number = 100;

/** A week from now on, three places, and a number that nobody else has. */
export function aPlan(now: Date, changes: Partial<WavePlan> = {}): WavePlan {
  number += 1;
  return {
    number,
    kind: "regular",
    schemeCode: "A",
    opensAt: now,
    closesAt: addSeconds(now, 7 * DAY),
    quota: 3,
    provinces: new Map(),
    groups: new Map(),
    ...changes,
  };
}

type Steps = { readonly admin: StaffActor; readonly now: Date };

function must<Value>(answer: { ok: true; value: Value } | { ok: false; refusal: { code: string } }): Value {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

export async function aDraft(steps: Steps, changes: Partial<WavePlan> = {}): Promise<string> {
  const { admin, now } = steps;
  const plan = aPlan(now, changes);
  return must(await inOneTransaction(admin, (work) => planWave(work, plan), { now })).waveId;
}

export async function aScheduledWave(steps: Steps, changes: Partial<WavePlan> = {}): Promise<string> {
  const { admin, now } = steps;
  const waveId = await aDraft(steps, changes);
  must(await inOneTransaction(admin, (work) => scheduleWave(work, { waveId }), { now }));
  return waveId;
}

export async function anOpenWave(steps: Steps, changes: Partial<WavePlan> = {}): Promise<string> {
  const { admin, now } = steps;
  const waveId = await aScheduledWave(steps, changes);
  must(await inOneTransaction(admin, (work) => openWave(work, { waveId }), { now }));
  return waveId;
}

/** Proposed by one, agreed to by another. */
export async function closeByTwo(
  waveId: string,
  [one, other]: readonly [StaffActor, StaffActor],
  now: Date,
): Promise<void> {
  must(await inOneTransaction(one, (work) => closeWave(work, { waveId }), { now }));
  must(await inOneTransaction(other, (work) => closeWave(work, { waveId }), { now }));
}

export function join(participantId: ParticipantId, waveId: string, now: Date) {
  const actor: ParticipantActor = { role: "participant", participantId };
  return inOneTransaction(actor, (work) => joinWave(work, { waveId }), { now });
}

export async function peopleReadyToJoin(now: Date, count: number): Promise<ParticipantId[]> {
  const people: ParticipantId[] = [];
  while (people.length < count) {
    const some = Math.min(10, count - people.length);
    people.push(...(await Promise.all(Array.from({ length: some }, () => anApplicantReadyToJoin(now)))));
  }
  return people;
}

/** Somebody who was determined in this wave. */
export async function aRecipient(now: Date, waveId: string): Promise<ParticipantId> {
  const participantId = await anApplicantReadyToJoin(now);
  await database().determination.create({
    data: {
      participantId,
      waveId,
      familyCardIndex: new Uint8Array(randomBytes(32)),
      familyPlace: 1,
      decreeNumber: "SK-SIM/1/2026",
      determinedAt: now,
    },
  });
  return participantId;
}

/** Recipients whose places became free, one a second from this moment on; nobody has taken them. */
export async function freePlaces(now: Date, waveId: string, count: number): Promise<ParticipantId[]> {
  const people: ParticipantId[] = [];
  for (let second = 0; second < count; second += 1) {
    const participantId = await aRecipient(now, waveId);
    await database().freedPlace.create({
      data: { participantId, waveId, provinceCode: "12", priority: 1, freedAt: addSeconds(now, second) },
    });
    people.push(participantId);
  }
  return people;
}

/** As if the wave had lived up to this status: what belongs to the steps between is other tests' matter. */
export async function setStatus(waveId: string, status: string): Promise<void> {
  await database().$transaction([
    database().$executeRawUnsafe("SET LOCAL session_replication_role = replica"),
    database().$executeRaw`UPDATE wave SET status = ${status}::wave_status WHERE id = ${waveId}::uuid`,
  ]);
}

export const statusOf = async (id: string) =>
  (await database().wave.findUniqueOrThrow({ where: { id } })).status;

/** What the books say was done to a wave. */
export async function auditOf(waveId: string, action?: string) {
  return database().auditEvent.findMany({
    where: { subject: `wave:${waveId}`, ...(action ? { action } : {}) },
    orderBy: { at: "asc" },
  });
}
