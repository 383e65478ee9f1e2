import { describe, expect, test } from "vitest";
import { decideAccess, decideAnswer, decideQuiz, stageOf } from "#features/training/policy/completing.ts";
import { submitQuizInput } from "#features/training/schema.ts";
import type { LessonProgress } from "#features/training/types.ts";
import { addSeconds } from "#kernel/calendar.ts";

const now = new Date("2026-11-24T03:00:00Z");
const lesson = { seconds: 60, checkpointAt: 30 };
const progress: LessonProgress = {
  seen: [],
  checkpointPassedAt: null,
  readingSince: null,
  completedAt: null,
  completedBy: null,
};
const told = (result: { ok: boolean; value?: unknown; refusal?: { code: string } }) =>
  result.ok ? result.value : result.refusal?.code;

describe("the answer to a lesson's question", () => {
  test.each<[string, LessonProgress | null, unknown]>([
    ["before anything was watched", null, "training-watch-first"],
    ["a second before the question", { ...progress, seen: [[0, 29]] }, "training-watch-first"],
    ["at the question", { ...progress, seen: [[0, 30]] }, "opens-gate"],
    ["answered before", { ...progress, seen: [[0, 30]], checkpointPassedAt: now }, "nothing"],
    ["completed before", { ...progress, completedAt: now, completedBy: "video" }, "nothing"],
    ["read for 39 seconds of 60", { ...progress, readingSince: addSeconds(now, -39) }, "training-too-early"],
    ["read for 40 seconds of 60", { ...progress, readingSince: addSeconds(now, -40) }, "finishes-by-text"],
    [
      "reading just begun, the video watched to the question",
      { ...progress, seen: [[0, 30]], readingSince: now },
      "opens-gate",
    ],
    [
      "question answered at the video, then read long enough",
      { ...progress, checkpointPassedAt: now, readingSince: addSeconds(now, -40) },
      "finishes-by-text",
    ],
  ])("%s", (_, before, expected) => {
    expect(told(decideAnswer(before, lesson, now))).toBe(expected);
  });

  test("says how long is left to read", () => {
    const reading = { ...progress, readingSince: addSeconds(now, -10) };
    expect(decideAnswer(reading, lesson, now)).toMatchObject({ refusal: { seconds: 30 } });
  });
});

describe("the quiz", () => {
  const facts = { lessonsLeft: 0, isCompleted: false, rightAnswers: [0, 1, 2, 3, 0] };
  test.each([
    [[0, 1, 2, 3, 0], 100, true],
    [[0, 1, 2, 0, 1], 60, true],
    [[0, 1, 0, 0, 1], 40, false],
    [[], 0, false],
  ])("%j scores %i", (answers, score, isPassed) => {
    expect(decideQuiz({ ...facts, answers })).toEqual({ ok: true, value: { score, isPassed } });
  });

  test.each([
    [{ lessonsLeft: 2 }, "training-lessons-first"],
    [{ isCompleted: true }, "training-completed-already"],
  ])("is refused with %j", (changes, code) => {
    expect(decideQuiz({ ...facts, ...changes, answers: [] })).toMatchObject({ refusal: { code } });
  });

  test("a question without an answer is told beside it", () => {
    const parsed = submitQuizInput.safeParse({ slug: "kursus", "answer-0": "1", "answer-1": "9x" });
    expect(parsed.error?.issues.map((issue) => [issue.path.join(), issue.message])).toEqual(
      [1, 2, 3, 4].map((index) => [`answer-${index}`, "choose-one"]),
    );
  });
});

describe("a training in time", () => {
  const facts = { status: "redeemed", isCompleted: false, lessonsLeft: 1, finishBy: now } as const;
  test.each([
    [{ status: "bought" as const }, now, "redeem"],
    [{}, now, "learn"],
    [{ lessonsLeft: 0 }, now, "quiz"],
    [{ isCompleted: true }, addSeconds(now, 9), "review"],
    [{}, addSeconds(now, 1), "late"],
    [{ status: "forfeited" as const }, now, "forfeited"],
    [{ status: "finished" as const, isCompleted: true }, addSeconds(now, 9), "finished"],
  ])("%j", (changes, moment, stage) => {
    expect(stageOf({ ...facts, ...changes }, moment)).toBe(stage);
  });

  test("is open until its last moment, and for looking when it is finished", () => {
    expect(told(decideAccess(null, now))).toBe("training-not-redeemed");
    expect(decideAccess({ finishBy: now, isFinished: false }, now).ok).toBe(true);
    expect(told(decideAccess({ finishBy: now, isFinished: false }, addSeconds(now, 1)))).toBe(
      "training-too-late",
    );
    expect(decideAccess({ finishBy: now, isFinished: true }, addSeconds(now, 1)).ok).toBe(true);
  });
});
