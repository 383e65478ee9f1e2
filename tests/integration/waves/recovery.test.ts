import { beforeEach, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findFreePlaces } from "#features/waves/queries/planning.ts";
import { openAndCloseWavesDue } from "#features/waves/use-cases/open-and-close-waves.ts";
import { openWave } from "#features/waves/use-cases/open-wave.ts";
import { planWave } from "#features/waves/use-cases/plan-wave.ts";
import { scheduleWave } from "#features/waves/use-cases/schedule-wave.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { anApplicantReadyToJoin } from "../../support/people.ts";
import {
  aDraft,
  aPlan,
  aRecipient,
  aScheduledWave,
  auditOf,
  DAY,
  freePlaces,
  join,
  statusOf,
  twoAdministrators,
} from "./plans.ts";

let now = new Date("2026-11-24T03:00:00Z");
let admin: StaffActor;
let other: StaffActor;
let steps: { readonly admin: StaffActor; readonly now: Date };
/** The wave that the free places were of. */
let earlier: string;

beforeEach(async () => {
  now = addSeconds(now, 60 * DAY);
  await openAndCloseWavesDue(now);
  if (!admin) [admin, other] = await twoAdministrators(now);
  steps = { admin, now };
  earlier = await aDraft(steps);
  await settleTheRest();
});

const refusedWith = (code: string, data: object = {}) =>
  expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code, ...data }) });
const recovery = (quota: number) => ({ kind: "recovery" as const, quota });
const open = (waveId: string) => inOneTransaction(admin, (work) => openWave(work, { waveId }), { now });
const schedule = (waveId: string) =>
  inOneTransaction(other, (work) => scheduleWave(work, { waveId }), { now });

/** Somebody on the order takes a free place. */
async function takePlaceOf(participantId: string): Promise<void> {
  const takenBy = await aRecipient(now, earlier);
  await database().freedPlace.update({ where: { participantId }, data: { takenBy, settledAt: now } });
}

/** Free places of other tests find somebody. */
async function settleTheRest(): Promise<void> {
  const rest = await database().freedPlace.findMany({ where: { settledAt: null } });
  for (const { participantId } of rest) await takePlaceOf(participantId);
}

it("a recovery wave is planned with as many places as are free, and no more", async () => {
  await freePlaces(now, earlier, 3);
  expect(await findFreePlaces()).toBe(3);
  const plan = (quota: number) =>
    inOneTransaction(admin, (work) => planWave(work, aPlan(now, recovery(quota))), { now });
  expect(await plan(4)).toEqual(refusedWith("wave-too-few-free-places", { free: 3 }));
  expect(await plan(3)).toMatchObject({ ok: true });
});

it("at its opening it takes the places that are free longest, and people join it like any other", async () => {
  const [first, second, third] = await freePlaces(now, earlier, 3);
  const waveId = await aScheduledWave(steps, recovery(2));
  expect(await open(waveId)).toMatchObject({ ok: true });
  const taken = await database().freedPlace.findMany({
    where: { recoveryWave: waveId },
    orderBy: { freedAt: "asc" },
  });
  expect(taken).toMatchObject([
    { participantId: first, settledAt: now, takenBy: null },
    { participantId: second, settledAt: now, takenBy: null },
  ]);
  expect(await database().freedPlace.findUnique({ where: { participantId: third ?? "" } })).toMatchObject({
    settledAt: null,
  });
  expect((await auditOf(waveId, "wave-opened"))[0]).toMatchObject({
    details: { kind: "recovery", quota: 2 },
  });
  expect(await join(await anApplicantReadyToJoin(now), waveId, now)).toMatchObject({ ok: true });
});

it("two recovery waves never count on the same places", async () => {
  await freePlaces(now, earlier, 3);
  const [one, another] = [
    await aDraft(steps, recovery(2)),
    await aDraft(steps, {
      ...recovery(2),
      opensAt: addSeconds(now, 8 * DAY),
      closesAt: addSeconds(now, 9 * DAY),
    }),
  ];
  const answers = await Promise.all([one, another].map(schedule));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(refusedWith("wave-too-few-free-places", { free: 1 }));
  expect(await findFreePlaces()).toBe(1);
});

it("is not opened by command when a place was taken meanwhile", async () => {
  const [first] = await freePlaces(now, earlier, 2);
  const waveId = await aScheduledWave(steps, recovery(2));
  await takePlaceOf(first ?? "");
  expect(await open(waveId)).toEqual(refusedWith("wave-too-few-free-places", { free: 1 }));
  expect(await statusOf(waveId)).toBe("scheduled");
});

it("goes back to a draft at its time when a place was taken meanwhile, and the books say why", async () => {
  const [first] = await freePlaces(now, earlier, 2);
  const waveId = await aScheduledWave(steps, recovery(2));
  await takePlaceOf(first ?? "");
  expect(await join(await anApplicantReadyToJoin(now), waveId, now)).toEqual(refusedWith("wave-not-open"));
  expect(await openAndCloseWavesDue(now)).toBe(1);
  expect(await statusOf(waveId)).toBe("draft");
  expect((await auditOf(waveId, "wave-not-opened"))[0]).toMatchObject({
    actorRole: "system",
    details: { reason: "wave-too-few-free-places" },
  });
  expect(await database().freedPlace.count({ where: { settledAt: null } })).toBe(1);
});

it("never opens without its places, says the database", async () => {
  await freePlaces(now, earlier, 2);
  const waveId = await aScheduledWave(steps, recovery(2));
  const { parameters } = await database().scheme.findUniqueOrThrow({ where: { code: "A" } });
  const opened = database().wave.update({
    where: { id: waveId },
    data: { status: "open", openedAt: now, parameters: parameters ?? {}, ruleVersion: 2 },
  });
  await expect(opened).rejects.toThrow("gives away places that became free, and no others");
});

it("a free place goes to nothing but a recovery wave that opens, says the database", async () => {
  const [first] = await freePlaces(now, earlier, 1);
  const waves = [await aScheduledWave(steps, recovery(1)), await aDraft(steps)];
  for (const recoveryWave of waves) {
    const given = database().freedPlace.update({
      where: { participantId: first ?? "" },
      data: { recoveryWave, settledAt: now },
    });
    await expect(given).rejects.toThrow("a free place goes to a recovery wave at its opening");
  }
});
