import { beforeEach, describe, expect, test } from "vitest";
import type { Range } from "#features/training/types.ts";
import { recordBeats } from "#features/training/use-cases/record-beats.ts";
import { submitQuiz } from "#features/training/use-cases/submit-quiz.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { aRecipient } from "../../support/people.ts";
import { COURSE } from "../../support/trainings.ts";
import { actorOf, answer, lessonAt, read, watch } from "./learner.ts";

// What people and scripts try so that a lesson counts without being watched, against the real database. An honest viewer
// earns at most one and a half seconds a second, and two once: nothing here may earn more.

const now = new Date("2026-11-24T03:00:00Z");
const later = (seconds: number) => addSeconds(now, seconds);
const SLACK = 2;
const RATE = 1.5;
let cheat: ParticipantId;

beforeEach(async () => {
  cheat = await aRecipient(now);
  await insertPurchase(cheat, COURSE, now);
});

/** Seconds that the server believes, over all lessons. */
async function credit(): Promise<number> {
  const [row] = await database().$queryRaw<{ seconds: number }[]>`
    SELECT coalesce(sum(upper(r) - lower(r)), 0)::int AS seconds
    FROM watch_progress, unnest(seen) AS r WHERE participant_id = ${cheat}::uuid`;
  return row?.seconds ?? 0;
}

const done = () =>
  database().watchProgress.count({ where: { participantId: cheat, completedAt: { not: null } } });

/** The gate of a lesson and everything before it. */
async function facts(position = 1) {
  const { seconds, checkpoint } = await lessonAt(position);
  return { seconds, gate: checkpoint.at, right: checkpoint.answer };
}

describe("a player that lies about what was played", () => {
  test("jumping to the end earns nothing", async () => {
    const { seconds } = await facts();
    const { beat } = await watch(cheat, 1, now);
    await beat(1, [[seconds - 3, seconds]], 3);
    expect(await credit()).toBe(0);
  });

  test("sixteen times as fast earns what the hands of the clock allow", async () => {
    const { beat } = await watch(cheat, 1, now);
    for (let second = 1; second <= 10; second += 1)
      await beat(second, [[(second - 1) * 16, second * 16]], second);
    expect(await credit()).toBeLessThanOrEqual(10 * RATE + SLACK);
  });

  test("a duration that is not the film's earns no second past its end, and none past its question", async () => {
    const { gate } = await facts();
    const { beat } = await watch(cheat, 1, now);
    await beat(1, [[0, 100_000]], 600);
    expect(await credit()).toBe(gate);
    expect(await done()).toBe(0);
  });

  test.each<[string, Range[]]>([
    ["seconds before the beginning", [[-50, -10]]],
    ["backwards", [[20, 5]]],
    ["parts of seconds", [[0.2, 7.9]]],
    ["no numbers", [[Number.NaN, Number.POSITIVE_INFINITY]]],
  ])("%s earn nothing", async (_, ranges) => {
    const { beat } = await watch(cheat, 1, now);
    await beat(1, ranges, 60);
    expect(await credit()).toBe(0);
  });

  test("the same stretch in every quality counts once", async () => {
    const { beat } = await watch(cheat, 1, now);
    await beat(
      1,
      Array.from({ length: 5 }, (): Range => [0, 10]),
      60,
    );
    await beat(
      2,
      [
        [0, 10],
        [3, 8],
      ],
      120,
    );
    expect(await credit()).toBe(10);
  });
});

describe("beats that were recorded, changed or made up", () => {
  test("one beat fifty times is one", async () => {
    const { beat } = await watch(cheat, 1, now);
    for (let time = 0; time < 50; time += 1) await beat(1, [[0, 20]], 4 + time);
    expect(await credit()).toBe(4 * RATE + SLACK);
  });

  test("an earlier number after a later one earns nothing", async () => {
    const { beat } = await watch(cheat, 1, now);
    await beat(5, [[0, 5]], 5);
    for (const sequence of [4, 3, -1]) await beat(sequence, [[5, 10]], 60);
    expect(await credit()).toBe(5);
  });

  test("a session that nobody started earns nothing", async () => {
    const { lessonId } = await watch(cheat, 1, now);
    const madeUp = "01930000-0000-7000-8000-000000000000";
    const sent = {
      participantId: cheat,
      lessonId,
      sessionId: madeUp,
      sequence: 1,
      ranges: [[0, 9]] as const,
    };
    await inOneTransaction({ role: "system" }, (work) => recordBeats(work, [sent]), { now: later(60) });
    expect(await credit()).toBe(0);
  });

  test("a clock that was put back or forward changes nothing: only the server's counts", async () => {
    const { beat } = await watch(cheat, 1, now);
    await beat(1, [[0, 20]], -3_600);
    expect(await credit()).toBe(SLACK);
  });

  test("a hundred beats at once share the time that one would have", async () => {
    const { beat } = await watch(cheat, 1, now);
    await Promise.all(Array.from({ length: 100 }, (_, index) => beat(index + 1, [[0, 90]], 6)));
    expect(await credit()).toBe(6 * RATE + SLACK);
  });
});

describe("more than one player", () => {
  test("two tabs of one lesson earn one time", async () => {
    const tabs = [await watch(cheat, 1, now), await watch(cheat, 1, later(10))];
    for (const [index, { beat }] of tabs.entries()) await beat(1, [[0, 40]], index === 0 ? 20 : 10);
    expect(await credit()).toBeLessThanOrEqual(20 * RATE + SLACK);
  });

  test("two lessons on two phones earn one time", async () => {
    const phones = [await watch(cheat, 1, now), await watch(cheat, 2, later(10))];
    for (const [index, { beat }] of phones.entries()) await beat(1, [[0, 40]], index === 0 ? 20 : 10);
    expect(await credit()).toBeLessThanOrEqual(20 * RATE + SLACK);
  });

  test("starting over again and again mints no slack", async () => {
    for (let second = 0; second < 20; second += 1) {
      const { beat } = await watch(cheat, 1, later(second / 2));
      await beat(1, [[0, 90]], 0);
    }
    expect(await credit()).toBeLessThanOrEqual(10 * RATE + SLACK);
  });

  test("a session that lost the clock claims what it had earned, once, and nothing of the time after", async () => {
    const first = await watch(cheat, 1, now);
    await watch(cheat, 2, later(4));
    for (const sequence of [1, 2, 3]) await first.beat(sequence, [[0, 90]], 600 * sequence);
    expect(await credit()).toBe(4 * RATE);
  });

  test("and nothing at all a day later", async () => {
    const first = await watch(cheat, 1, now);
    await watch(cheat, 2, later(20));
    await first.beat(1, [[0, 20]], 20 + 86_401);
    expect(await credit()).toBe(0);
  });

  test("handing the clock to and fro earns one time", async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const one = await watch(cheat, 1, later(turn * 2));
      const other = await watch(cheat, 2, later(turn * 2 + 1));
      await one.beat(1, [[0, 90]], 1);
      await other.beat(1, [[0, 90]], 1);
      await one.beat(2, [[0, 90]], 2);
    }
    expect(await credit()).toBeLessThanOrEqual(20 * RATE + SLACK);
  });
});

describe("leaving the player alone", () => {
  test("without a claim, an open page earns nothing", async () => {
    const { beat } = await watch(cheat, 1, now);
    for (let minute = 1; minute <= 10; minute += 1) await beat(minute, [], minute * 60);
    expect(await credit()).toBe(0);
  });

  test("a night with the page open is worth ten minutes at most, and stops at the question", async () => {
    const { gate } = await facts();
    const { beat } = await watch(cheat, 1, now);
    await beat(1, [[0, 90]], 8 * 3_600);
    expect(await credit()).toBe(gate);
    const { bank } = await database().watchClock.findUniqueOrThrow({ where: { participantId: cheat } });
    expect(bank).toBe(600 - gate);
  });
});

describe("a script that answers", () => {
  test("the question before its second was reached is told to watch first, whatever it answers", async () => {
    const { right } = await facts();
    await watch(cheat, 1, now);
    for (const choice of [0, 1, 2, 3, right])
      expect(await answer(cheat, choice, later(500))).toMatchObject({ ok: false });
    expect(await done()).toBe(0);
  });

  test("by the text at once is told how long it takes to read", async () => {
    const { right } = await facts();
    await read(cheat, 1, now);
    expect(await answer(cheat, right, later(1))).toMatchObject({ refusal: { code: "training-too-early" } });
  });

  test("two lessons read in the same minutes are one", async () => {
    await read(cheat, 1, now);
    await read(cheat, 2, later(1));
    expect(await answer(cheat, (await facts()).right, later(500))).toMatchObject({ ok: false });
  });

  test("one lesson read while another one plays: starting the player ends the reading", async () => {
    await read(cheat, 1, now);
    await watch(cheat, 2, later(1));
    expect(await answer(cheat, (await facts()).right, later(500))).toMatchObject({ ok: false });
  });

  test("one lesson playing while another one is read: beginning to read stops the player", async () => {
    const player = await watch(cheat, 1, now);
    await read(cheat, 2, later(4));
    expect(await player.beat(1, [[0, 90]], 600)).toMatchObject({ isSuperseded: true });
    expect(await credit()).toBe(4 * RATE);
  });

  test("the quiz alone, without a lesson, is refused", async () => {
    const questions = await database().quizQuestion.findMany({
      where: { course: { slug: COURSE } },
      orderBy: { position: "asc" },
    });
    const input = { slug: COURSE, answers: questions.map((question) => question.answer) };
    const sent = inOneTransaction(actorOf(cheat), (work) => submitQuiz(work, input), { now: later(60) });
    expect(await sent).toMatchObject({ refusal: { code: "training-lessons-first" } });
  });

  test("past the commands, the database credits no clock with more than its ten minutes, nor less than nothing", async () => {
    await watch(cheat, 1, now);
    for (const bank of [601, -1])
      await expect(
        database().watchClock.update({ where: { participantId: cheat }, data: { bank } }),
      ).rejects.toThrow("watch_clock_bank");
    const half = { formerSessionId: "01930000-0000-7000-8000-000000000000" };
    await expect(
      database().watchClock.update({ where: { participantId: cheat }, data: half }),
    ).rejects.toThrow("watch_clock_former");
  });
});

describe("an honest viewer loses nothing", () => {
  test("when the network was away for nine minutes: one late beat brings it all", async () => {
    const { gate } = await facts();
    const { beat } = await watch(cheat, 1, now);
    expect(await beat(1, [[0, gate]], 540)).toMatchObject({ frontier: gate });
  });

  test("when the film stalls again and again", async () => {
    const { beat } = await watch(cheat, 1, now);
    for (let part = 1; part <= 6; part += 1) await beat(part, [[(part - 1) * 4, part * 4]], part * 30);
    expect(await credit()).toBe(24);
  });

  test("when the browser was killed: what it had not sent is claimed by the next one's start", async () => {
    const killed = await watch(cheat, 1, now);
    await killed.beat(1, [[0, 15]], 15);
    const next = await watch(cheat, 1, later(40));
    expect(await killed.beat(2, [[15, 20]], 41)).toMatchObject({ frontier: 20, isSuperseded: true });
    expect(await next.beat(1, [[20, 24]], 4)).toMatchObject({ frontier: 24, isSuperseded: false });
  });

  test("when another device goes on: the first one's last seconds come later, and both count", async () => {
    const phone = await watch(cheat, 1, now);
    await phone.beat(1, [[0, 10]], 10);
    const computer = await watch(cheat, 1, later(18));
    expect(await phone.beat(2, [[10, 18]], 30)).toMatchObject({ frontier: 18 });
    expect(await computer.beat(1, [[18, 24]], 6)).toMatchObject({ frontier: 24 });
  });
});
