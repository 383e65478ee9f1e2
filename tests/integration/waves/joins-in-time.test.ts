import { beforeEach, describe, expect, it } from "vitest";
import type { ParticipantActor, StaffActor } from "#authorization/actor.ts";
import { joinWave } from "#features/waves/use-cases/join-wave.ts";
import { openAndCloseWavesDue } from "#features/waves/use-cases/open-and-close-waves.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { anApplicantReadyToJoin } from "../../support/people.ts";
import {
  anOpenWave,
  aScheduledWave,
  auditOf,
  closeByTwo,
  DAY,
  join,
  peopleReadyToJoin,
  statusOf,
  twoAdministrators,
} from "./plans.ts";

let now = new Date("2026-11-24T03:00:00Z");
let admins: readonly [StaffActor, StaffActor];
let steps: { readonly admin: StaffActor; readonly now: Date };

beforeEach(async () => {
  now = addSeconds(now, 60 * DAY);
  await openAndCloseWavesDue(now);
  admins ??= await twoAdministrators(now);
  steps = { admin: admins[0], now };
});

const notOpen = { ok: false, refusal: { code: "wave-not-open" } };
const joined = { ok: true, value: null };

async function entriesOf(waveId: string): Promise<readonly string[]> {
  const rows = await database().waveEntry.findMany({ where: { waveId }, select: { participantId: true } });
  return rows.map(({ participantId }) => participantId).toSorted();
}

type Answer = Awaited<ReturnType<typeof join>>;

/** As many at once as find room in the pool's queue; the others come as soon as one has gone. */
async function joinAtOnce(
  people: readonly ParticipantId[],
  one: (person: ParticipantId) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const waiting = [...people.entries()];
  const rows = Array.from({ length: 20 }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) answers[next[0]] = await one(next[1]);
  });
  await Promise.all(rows);
  return answers;
}

describe("around a close", () => {
  it("of 200 who join at once, everybody who was told yes is in, and nobody else", async () => {
    const waveId = await anOpenWave(steps);
    const people = await peopleReadyToJoin(now, 200);
    const inTheMiddle = Promise.withResolvers<void>();
    let answered = 0;
    const crowd = joinAtOnce(people, async (person) => {
      const answer = await join(person, waveId, now);
      answered += 1;
      if (answered === 60) inTheMiddle.resolve();
      return answer;
    });
    await inTheMiddle.promise;
    await closeByTwo(waveId, admins, now);
    const inAtTheClose = (await entriesOf(waveId)).length;
    const outcomes = await crowd;
    const accepted = people.filter((_, place) => outcomes[place]?.ok);
    const refused = outcomes.filter(({ ok }) => !ok);
    expect(await entriesOf(waveId)).toEqual(accepted.toSorted());
    expect(accepted).toHaveLength(inAtTheClose);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused).toEqual(refused.map(() => notOpen));
  });

  it("by its time, everybody who began a moment before is in, and nobody who began at it, whatever the worker does", async () => {
    const closesAt = addSeconds(now, DAY);
    const waveId = await anOpenWave(steps, { closesAt });
    const people = await peopleReadyToJoin(now, 40);
    const inTime = new Set(people.filter((_, place) => place % 2 === 0));
    const begin = (person: ParticipantId) => (inTime.has(person) ? addSeconds(closesAt, -0.001) : closesAt);
    const worker = [0, 5, 60].map((seconds) => openAndCloseWavesDue(addSeconds(closesAt, seconds)));
    const answers = await joinAtOnce(people, (person) => join(person, waveId, begin(person)));
    await Promise.all(worker);
    expect(answers).toEqual(people.map((person) => (inTime.has(person) ? joined : notOpen)));
    expect(await entriesOf(waveId)).toEqual([...inTime].toSorted());
    await openAndCloseWavesDue(addSeconds(closesAt, 90));
    expect(await statusOf(waveId)).toBe("closed");
    expect(await entriesOf(waveId)).toEqual([...inTime].toSorted());
  });

  it("a join that holds the wave is finished before the close, which waits for it", async () => {
    const waveId = await anOpenWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    const actor: ParticipantActor = { role: "participant", participantId: sari };
    const isUnderWay = Promise.withResolvers<void>();
    const mayFinish = Promise.withResolvers<void>();
    const joining = inOneTransaction(
      actor,
      async (work) => {
        const answer = await joinWave(work, { waveId });
        isUnderWay.resolve();
        await mayFinish.promise;
        return answer;
      },
      { now },
    );
    await isUnderWay.promise;
    const order: string[] = [];
    const closing = closeByTwo(waveId, admins, now).then(async () => {
      order.push(`closed with ${(await entriesOf(waveId)).length}`);
    });
    await waitUntilSomebodyWaits();
    order.push("joined");
    mayFinish.resolve();
    expect(await joining).toEqual(joined);
    await closing;
    expect(order).toEqual(["joined", "closed with 1"]);
  });

  it("nobody gets in after a command closed it, not even past the command, says the database", async () => {
    const waveId = await anOpenWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    await closeByTwo(waveId, admins, now);
    expect(await join(sari, waveId, now)).toEqual(notOpen);
    const entry = database().waveEntry.create({ data: { participantId: sari, waveId, joinedAt: now } });
    await expect(entry).rejects.toThrow("the wave is not open");
  });

  it("nobody gets in before its opening or from its end on, though it is not closed, says the database", async () => {
    const closesAt = addSeconds(now, DAY);
    const waveId = await anOpenWave(steps, { closesAt });
    const sari = await anApplicantReadyToJoin(now);
    const enter = (joinedAt: Date) =>
      database().waveEntry.create({ data: { participantId: sari, waveId, joinedAt } });
    await expect(enter(addSeconds(now, -0.001))).rejects.toThrow("the wave is not open");
    await expect(enter(closesAt)).rejects.toThrow("the wave is not open");
    expect(await enter(addSeconds(closesAt, -0.001))).toMatchObject({ status: "joined" });
  });
});

describe("at the opening moment", () => {
  it("everybody who joins at once gets in though no worker opened the wave; it is opened once", async () => {
    const opensAt = addSeconds(now, DAY);
    const waveId = await aScheduledWave(steps, { opensAt });
    const people = await peopleReadyToJoin(now, 40);
    const [early] = await peopleReadyToJoin(now, 1);
    expect(early && (await join(early, waveId, addSeconds(opensAt, -0.001)))).toEqual(notOpen);
    const [worker, answers] = await Promise.all([
      openAndCloseWavesDue(opensAt),
      joinAtOnce(people, (person) => join(person, waveId, opensAt)),
    ]);
    expect(answers).toEqual(people.map(() => joined));
    expect(worker).toBeLessThanOrEqual(1);
    expect(await entriesOf(waveId)).toEqual([...people].toSorted());
    const openings = (await auditOf(waveId)).filter(({ action }) => action === "wave-opened");
    expect(openings).toMatchObject([{ details: { byItsTime: true } }]);
    expect(await database().wave.findUnique({ where: { id: waveId } })).toMatchObject({
      status: "open",
      openedAt: opensAt,
      ruleVersion: 2,
    });
  });

  it("a person who may not join opens nothing", async () => {
    const waveId = await aScheduledWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    await database().verification.update({ where: { participantId: sari }, data: { status: "checking" } });
    expect(await join(sari, waveId, now)).toEqual({ ok: false, refusal: { code: "wave-not-verified" } });
    expect(await statusOf(waveId)).toBe("scheduled");
  });
});

/** Until a connection waits for a lock of another. */
async function waitUntilSomebodyWaits(): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    const [row] = await database().$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    if (row && row.waiting > 0) return;
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw new Error("nobody waits");
}
