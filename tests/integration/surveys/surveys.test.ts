import { beforeEach, describe, expect, test } from "vitest";
import { findRounds } from "#features/surveys/queries.ts";
import { submitSurveyInput } from "#features/surveys/schema.ts";
import { announceOpenSurveysDue } from "#features/surveys/use-cases/announce-surveys.ts";
import { scheduleSurveysReaction } from "#features/surveys/use-cases/schedule-surveys.ts";
import { submitSurvey } from "#features/surveys/use-cases/submit-survey.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { announced } from "../../support/events.ts";
import { aRecipient } from "../../support/people.ts";
import { firstAnswers } from "../../support/survey-answers.ts";

const paidAt = "2026-11-24T05:00:00.000Z";
const firstOpen = new Date("2026-12-23T17:00:00Z");
const secondOpen = new Date("2027-02-21T17:00:00Z");
let sari: ParticipantId;

beforeEach(async () => {
  sari = await aRecipient(new Date(paidAt));
  await database().surveyRound.deleteMany();
  await scheduleSurveysReaction({ participantId: sari, paidAt });
});

function submit(number: number, now: Date) {
  const input = submitSurveyInput.parse(firstAnswers(number));
  return inOneTransaction({ role: "participant", participantId: sari }, (work) => submitSurvey(work, input), {
    now,
  });
}

describe("scheduling", () => {
  test("three rounds, and no more when the fact arrives again or twice at once", async () => {
    await Promise.all([1, 2].map(() => scheduleSurveysReaction({ participantId: sari, paidAt })));
    const rounds = await findRounds(sari, new Date(paidAt));
    expect(rounds.map((round) => [round.number, round.state])).toEqual([
      [1, "coming"],
      [2, "coming"],
      [3, "coming"],
    ]);
    expect(rounds[0]?.opensAt).toEqual(firstOpen);
  });

  test("a later first payment does not move what was set", async () => {
    await scheduleSurveysReaction({ participantId: sari, paidAt: "2027-01-24T05:00:00.000Z" });
    expect((await findRounds(sari, firstOpen))[0]?.opensAt).toEqual(firstOpen);
  });
});

describe("filling in", () => {
  test("an open survey is kept and announced for its incentive", async () => {
    expect(await submit(1, firstOpen)).toEqual({ ok: true, value: { number: 1 } });
    const row = await database().surveyRound.findUniqueOrThrow({
      where: { participantId_number: { participantId: sari, number: 1 } },
    });
    expect(row).toMatchObject({
      submittedAt: firstOpen,
      answers: { employment: "employee", obstacles: ["network"] },
    });
    expect(await announced("survey-submitted", sari)).toEqual([{ participantId: sari, number: 1 }]);
  });

  test.each([
    ["before its day", addSeconds(firstOpen, -1), "survey-not-open-yet"],
    ["after its term", new Date("2027-01-22T17:00:00Z"), "survey-closed"],
  ])("%s it is refused", async (_, now, code) => {
    expect(await submit(1, now)).toMatchObject({ ok: false, refusal: { code } });
    expect(await announced("survey-submitted", sari)).toEqual([]);
  });

  test("somebody without rounds is refused", async () => {
    await database().surveyRound.deleteMany();
    expect(await submit(1, firstOpen)).toMatchObject({ refusal: { code: "survey-not-scheduled" } });
  });

  test("twice at once counts once, the first answers stay", async () => {
    const results = await Promise.all([submit(1, firstOpen), submit(1, addSeconds(firstOpen, 1))]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      refusal: { code: "survey-submitted-already" },
    });
    expect(await announced("survey-submitted", sari)).toHaveLength(1);
  });
});

describe("announcing", () => {
  test("nothing before the day, once on the day, not again, also by two at once", async () => {
    expect(await announceOpenSurveysDue(addSeconds(firstOpen, -1))).toBe(0);
    await Promise.all([announceOpenSurveysDue(firstOpen), announceOpenSurveysDue(firstOpen)]);
    await announceOpenSurveysDue(addSeconds(firstOpen, 3_600));
    expect(await announced("survey-opened", sari)).toEqual([{ participantId: sari, number: 1 }]);
  });

  test("one that is already filled in, or over, is not announced", async () => {
    await submit(1, firstOpen);
    expect(await announceOpenSurveysDue(secondOpen)).toBe(2);
    expect(await announced("survey-opened", sari)).toEqual([{ participantId: sari, number: 2 }]);
  });

  test("a locked account is not told", async () => {
    await database().account.update({ where: { id: sari }, data: { lockedAt: new Date(paidAt) } });
    await announceOpenSurveysDue(firstOpen);
    expect(await announced("survey-opened", sari)).toEqual([]);
  });
});

test("the database refuses answers without their moment", async () => {
  await expect(
    database().surveyRound.update({
      where: { participantId_number: { participantId: sari, number: 1 } },
      data: { answers: { employment: "looking" } },
    }),
  ).rejects.toThrow(/survey_round_times/);
});
