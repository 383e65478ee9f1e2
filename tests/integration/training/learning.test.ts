import { beforeEach, describe, expect, test } from "vitest";
import { findLesson } from "#features/training/queries/lesson.ts";
import { findQuiz } from "#features/training/queries/quiz.ts";
import { findCompletion, findTraining, findTrainingProgress } from "#features/training/queries.ts";
import { recordBeats } from "#features/training/use-cases/record-beats.ts";
import { startWatching } from "#features/training/use-cases/start-watching.ts";
import { submitQuiz } from "#features/training/use-cases/submit-quiz.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { announced } from "../../support/events.ts";
import { anAccount, aRecipient } from "../../support/people.ts";
import { COURSE } from "../../support/trainings.ts";
import * as learner from "./learner.ts";
import { actorOf, lessonAt } from "./learner.ts";

const now = new Date("2026-11-24T03:00:00Z");
const later = (seconds: number) => addSeconds(now, seconds);
let sari: ParticipantId;
let purchase: { readonly purchaseId: string; readonly courseId: string };

beforeEach(async () => {
  sari = await aRecipient(now);
  purchase = await insertPurchase(sari, COURSE, now);
});

const watch = (position = 1, at = now, participantId = sari) => learner.watch(participantId, position, at);
const answer = (choice: number, at: Date, position = 1) => learner.answer(sari, choice, at, position);
const read = (position: number, at = now) => learner.read(sari, position, at);

async function quiz(rightOnes: number, at = later(600)) {
  const questions = await database().quizQuestion.findMany({
    where: { courseId: purchase.courseId },
    orderBy: { position: "asc" },
  });
  const answers = questions.map(({ answer: right }, index) => (index < rightOnes ? right : (right + 1) % 4));
  return inOneTransaction(actorOf(sari), (work) => submitQuiz(work, { slug: COURSE, answers }), { now: at });
}

async function readEverything() {
  for (const position of [1, 2, 3]) {
    await read(position);
    await answer((await lessonAt(position)).checkpoint.answer, later(500), position);
  }
}

describe("watching", () => {
  test("to the question, the right answer, to the end: the lesson is done by video", async () => {
    const { seconds, checkpoint } = await lessonAt(1);
    const { beat, frontier } = await watch();
    expect(frontier).toBe(0);
    expect(await beat(1, [[0, checkpoint.at]], checkpoint.at)).toMatchObject({
      frontier: checkpoint.at,
      checkpoint: checkpoint.at,
      isDone: false,
    });
    expect(await answer(checkpoint.answer, later(checkpoint.at))).toMatchObject({ value: { isRight: true } });
    expect(await beat(2, [[checkpoint.at, seconds]], seconds)).toMatchObject({
      frontier: seconds,
      checkpoint: null,
      isDone: true,
    });
    expect(await findLesson(sari, COURSE, 1)).toMatchObject({
      completedBy: "video",
      standing: { isDone: true },
    });
    const [row] = await database().$queryRaw<{ seen: string; rejected: number }[]>`
      SELECT seen::text, rejected FROM watch_progress WHERE participant_id = ${sari}::uuid`;
    expect(row).toEqual({ seen: `{[0,${seconds})}`, rejected: 0 });
  });

  test("a forged claim of everything gets the slack and no more, also when repeated", async () => {
    const { seconds } = await lessonAt(1);
    const { beat } = await watch();
    expect(await beat(1, [[0, seconds]], 0)).toMatchObject({ frontier: 2 });
    expect(await beat(1, [[0, seconds]], 60)).toMatchObject({ frontier: 2 });
    expect(await beat(2, [[seconds - 1, seconds]], 60)).toMatchObject({ frontier: 2, isDone: false });
  });

  test("nothing past the question counts before it is answered", async () => {
    const { seconds, checkpoint } = await lessonAt(1);
    const { beat } = await watch();
    expect(await beat(1, [[0, seconds]], 300)).toMatchObject({ frontier: checkpoint.at, isDone: false });
  });

  test("a second player takes the clock; the first is told, and both together earn one time", async () => {
    const first = await watch();
    const second = await watch(1, later(4));
    expect(await first.beat(1, [[0, 20]], 6)).toMatchObject({ isSuperseded: true, frontier: 6 });
    expect(await second.beat(1, [[0, 20]], 0)).toMatchObject({ isSuperseded: false, frontier: 8 });
  });

  test("two starts at once leave one clock", async () => {
    const players = await Promise.all([watch(), watch(2)]);
    const standing = await Promise.all(players.map((player) => player.beat(1, [], 1)));
    expect(standing.filter((one) => one?.isSuperseded)).toHaveLength(1);
    expect(await database().watchClock.count({ where: { participantId: sari } })).toBe(1);
  });

  test("many people in one transaction, each with their own time", async () => {
    const budi = await aRecipient(now);
    await insertPurchase(budi, COURSE, now);
    const [hers, his] = [await watch(), await watch(1, later(3), budi)];
    const beats = [
      {
        participantId: sari,
        sessionId: hers.sessionId,
        lessonId: hers.lessonId,
        sequence: 1,
        ranges: [[0, 4]],
      },
      {
        participantId: budi,
        sessionId: his.sessionId,
        lessonId: his.lessonId,
        sequence: 1,
        ranges: [[0, 4]],
      },
      {
        participantId: sari,
        sessionId: hers.sessionId,
        lessonId: hers.lessonId,
        sequence: 2,
        ranges: [[4, 5]],
      },
    ] as const;
    const heard = await inOneTransaction({ role: "system" }, (work) => recordBeats(work, beats), {
      now: later(3),
    });
    expect(heard.ok && heard.value.map((one) => one?.frontier)).toEqual([4, 2, 5]);
  });

  test("somebody without the training, and after its last moment, is refused", async () => {
    const { id } = await lessonAt(1);
    const budi = await anAccount(now);
    const start = (participantId: ParticipantId, at: Date) =>
      inOneTransaction(actorOf(participantId), (work) => startWatching(work, { lesson: id }), { now: at });
    expect(await start(budi, now)).toMatchObject({ refusal: { code: "training-not-redeemed" } });
    expect(await start(sari, later(61 * 86_400))).toMatchObject({ refusal: { code: "training-too-late" } });
    expect(await findLesson(budi, COURSE, 1)).toBeNull();
  });
});

describe("the question", () => {
  test("before the video reached it and without the text: watch first", async () => {
    await watch();
    expect(await answer(0, later(300))).toMatchObject({ refusal: { code: "training-watch-first" } });
  });

  test("a wrong answer is kept, explained, and asked again", async () => {
    const { checkpoint } = await lessonAt(1);
    const { beat } = await watch();
    await beat(1, [[0, checkpoint.at]], checkpoint.at);
    const wrong = await answer((checkpoint.answer + 1) % 4, later(60));
    expect(wrong).toMatchObject({ ok: true, value: { isRight: false } });
    expect(await findLesson(sari, COURSE, 1)).toMatchObject({
      lastMistake: checkpoint.explain,
      standing: { checkpoint: checkpoint.at },
    });
    await answer(checkpoint.answer, later(61));
    expect(await findLesson(sari, COURSE, 1)).toMatchObject({
      lastMistake: null,
      standing: { checkpoint: null },
    });
    expect(await database().checkpointAnswer.count({ where: { participantId: sari } })).toBe(2);
  });
});

describe("reading", () => {
  test("too early it is refused with what is left; afterwards the lesson is done by its text", async () => {
    const { seconds, checkpoint } = await lessonAt(1);
    await read(1);
    await read(1, later(5));
    expect(await answer(checkpoint.answer, later(1))).toMatchObject({
      refusal: { code: "training-too-early", seconds: Math.ceil(seconds / 1.5 - 1) },
    });
    const inTime = later(Math.ceil(seconds / 1.5));
    expect(await answer((checkpoint.answer + 1) % 4, inTime)).toMatchObject({ value: { isRight: false } });
    expect(await answer(checkpoint.answer, inTime)).toMatchObject({ value: { isRight: true } });
    expect(await findLesson(sari, COURSE, 1)).toMatchObject({ completedBy: "transcript" });
  });

  test("two lessons are not read in the same minutes: beginning the second ends the first", async () => {
    const { checkpoint } = await lessonAt(1);
    await read(1);
    await read(2, later(1));
    expect(await answer(checkpoint.answer, later(60))).toMatchObject({
      refusal: { code: "training-watch-first" },
    });
  });

  test("the database refuses a lesson done by text that nobody began to read", async () => {
    await watch();
    await expect(
      database().watchProgress.updateMany({
        where: { participantId: sari },
        data: { completedAt: now, completedBy: "transcript" },
      }),
    ).rejects.toThrow(/watch_progress_reading/);
  });
});

describe("the quiz", () => {
  test("comes after the lessons", async () => {
    expect(await quiz(5)).toMatchObject({ refusal: { code: "training-lessons-first", left: 3 } });
    expect(await database().quizSubmission.count({ where: { participantId: sari } })).toBe(0);
  });

  test("failed, it is kept and explained; passed, the training is complete and announced", async () => {
    await readEverything();
    expect(await quiz(2)).toMatchObject({ ok: true, value: { isPassed: false } });
    expect(await findCompletion(sari, COURSE)).toBeNull();
    const page = await findQuiz(sari, COURSE, later(700), "id");
    expect(page).toMatchObject({ stage: "quiz", lastTry: { score: 40 } });
    expect(page?.lastTry?.feedback.map((one) => one.isRight)).toEqual([true, true, false, false, false]);
    expect(JSON.stringify(page?.questions)).not.toContain("answer");

    expect(await quiz(3, later(601))).toMatchObject({ ok: true, value: { isPassed: true } });
    expect(await findCompletion(sari, COURSE)).toMatchObject({ ...boughtTraining(), quizScore: 60 });
    expect(await announced("training-completed", sari)).toEqual([
      { participantId: sari, ...boughtTraining() },
    ]);
    expect(await findTraining(sari, COURSE, later(700))).toMatchObject({ stage: "review", lastScore: 60 });
  });

  test("passed twice at once, it completes once", async () => {
    await readEverything();
    const results = await Promise.all([quiz(5), quiz(4)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: { code: "training-completed-already" },
    });
    expect(await announced("training-completed", sari)).toHaveLength(1);
  });

  test("after the last moment nothing is completed any more", async () => {
    await readEverything();
    expect(await quiz(5, later(61 * 86_400))).toMatchObject({ refusal: { code: "training-too-late" } });
    expect(await findTrainingProgress(sari, later(61 * 86_400))).toMatchObject([
      { stage: "late", lessonsDone: 3 },
    ]);
  });
});

function boughtTraining() {
  return { courseId: purchase.courseId, purchaseId: purchase.purchaseId };
}
