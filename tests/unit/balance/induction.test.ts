import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  decideAnswer,
  decideOpening,
  decideShowing,
  readInduction,
  shownUntil,
} from "#features/balance/policy/induction.ts";
import { answerInductionInput } from "#features/balance/schema.ts";
import {
  type InductionChoice,
  type InductionPart,
  inductionFilms,
  inductionParts,
  type PartState,
} from "#features/balance/types.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { inductionSchema } from "../../../prisma/seed/induction-schema.ts";
import messages from "../../../src/i18n/messages/id/balance.json" with { type: "json" };

const opened = new Date("2026-11-24T03:00:00Z");
const now = addSeconds(opened, 15);
const open = (part: InductionPart): PartState => ({ part, openedAt: opened, doneAt: null });
const done = (part: InductionPart): PartState => ({ part, openedAt: opened, doneAt: now });

test.each<[string, PartState[], number | null]>([
  ["nothing was opened", [], 1],
  ["the first is open", [open(1)], 1],
  ["the first is done", [done(1)], 2],
  ["two are done and the third is open", [done(1), done(2), open(3)], 3],
  ["all are done", [done(1), done(2), done(3)], null],
])("when %s, part %s comes next", (_, parts, next) => {
  expect(readInduction(parts)).toMatchObject({ next, isDone: next === null });
});

test("the parts are opened in their order, and again whenever somebody likes", () => {
  const state = readInduction([done(1), open(2)]);
  expect(inductionParts.map((part) => decideOpening(state, part).ok)).toEqual([true, true, false]);
  expect(decideOpening(state, 3)).toMatchObject({ refusal: { code: "induction-part-before", part: 2 } });
});

describe("the answer to a part", () => {
  test.each<[string, PartState[], InductionPart, InductionChoice, Date, string | null]>([
    ["right, and in time", [open(1)], 1, "b", now, null],
    ["right, a second too early", [open(1)], 1, "b", addSeconds(now, -1), "induction-too-early"],
    ["wrong", [open(1)], 1, "a", now, "induction-answer-wrong"],
    ["right for another part", [done(1), open(2)], 2, "b", now, "induction-answer-wrong"],
    ["of a part that was not opened", [], 1, "b", now, "induction-not-opened"],
    ["a second time, whatever is said", [done(1)], 1, "a", now, null],
  ])("%s", (_, parts, part, choice, moment, code) => {
    const decision = decideAnswer(readInduction(parts), part, choice, moment);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  test("says how long to wait", () => {
    expect(decideAnswer(readInduction([open(1)]), 1, "b", addSeconds(opened, 4))).toMatchObject({
      refusal: { seconds: 11 },
    });
  });

  test.each([
    [{ part: "4", choice: "a" }, "part"],
    [{ part: "x", choice: "a" }, "part"],
    [{ part: "1" }, "choice"],
    [{ part: "1", choice: "d" }, "choice"],
  ])("%j is sent back", (input, field) => {
    expect(answerInductionInput.safeParse(input).error?.issues[0]?.path).toEqual([field]);
  });
});

describe("the number of the card", () => {
  const card = { issuedAt: opened, shownAt: null };
  test("is shown after the three parts, or to whoever has seen it before there were any", () => {
    const all = readInduction([done(1), done(2), done(3)]);
    const two = readInduction([done(1), done(2)]);
    expect(decideShowing(card, all).ok).toBe(true);
    expect(decideShowing(card, two)).toMatchObject({ refusal: { code: "balance-induction-open" } });
    expect(decideShowing({ ...card, shownAt: opened }, two).ok).toBe(true);
    expect(decideShowing(null, all)).toMatchObject({ refusal: { code: "balance-no-card" } });
  });

  test("stays for two minutes", () => {
    expect(shownUntil(opened)).toEqual(addSeconds(opened, 120));
  });
});

describe("the films", () => {
  const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
  const { slug, lessons } = inductionSchema.parse(read("prisma/seed/induction.json"));

  test.each(inductionParts)(
    "part %i: length and size are those of the film, the text is what is said",
    (part) => {
      const lesson = lessons[part - 1];
      const film = inductionFilms[part];
      expect(film.folder).toBe(`${slug}/${lesson?.slug}`);
      const made = read(`prisma/seed/media/${film.folder}/lesson.json`) as {
        duration: number;
        bytes: number;
      };
      expect(film).toMatchObject({ seconds: Math.floor(made.duration), bytes: made.bytes });
      const said = lesson?.slides.flatMap(({ steps }) => steps.map(({ say }) => say)).join("\n");
      expect(messages.induction.parts[part].transcript).toBe(said);
    },
  );
});
