import { describe, expect, test } from "vitest";
import { questionnaires, questionOf } from "#features/surveys/schema/questionnaires.ts";
import { submitSurveyInput } from "#features/surveys/schema.ts";
import { messagesFor } from "#i18n/messages.ts";
import { firstAnswers } from "../../support/survey-answers.ts";

const issuesOf = (fields: Record<string, unknown>) => {
  const result = submitSurveyInput.safeParse(fields);
  return result.success ? [] : result.error.issues.map((issue) => [issue.path.join("."), issue.message]);
};

describe("the questionnaires", () => {
  test("are numbered 1, 2, 3 and ask 8 to 10 questions, at most one in free words", () => {
    expect(questionnaires.map((survey) => survey.number)).toEqual([1, 2, 3]);
    for (const { questions } of questionnaires) {
      expect(questions.length).toBeGreaterThanOrEqual(8);
      expect(questions.length).toBeLessThanOrEqual(10);
      expect(new Set(questions).size).toBe(questions.length);
      expect(questions.filter((code) => questionOf(code).type === "text").length).toBeLessThanOrEqual(1);
    }
  });

  test.each(["id", "en"] as const)("have a word for every question and answer (%s)", (locale) => {
    const words: Record<string, { text: string; options?: Record<string, string> }> =
      messagesFor(locale).surveys.questions;
    const asked = new Set(questionnaires.flatMap((survey) => survey.questions));
    expect(Object.keys(words).sort()).toEqual([...asked].sort());
    for (const code of asked) {
      expect(Object.keys(words[code]?.options ?? {}).sort()).toEqual([...questionOf(code).options].sort());
    }
  });
});

describe("a filled-in survey", () => {
  test.each([1, 2, 3])("number %i is taken when every question is answered", (number) => {
    const result = submitSurveyInput.parse(firstAnswers(number));
    expect(result.number).toBe(number);
    expect(Object.keys(result.answers).sort()).toEqual(
      Object.keys(firstAnswers(number))
        .filter((code) => code !== "number")
        .sort(),
    );
  });

  test("one ticked box is a list of one", () => {
    expect(submitSurveyInput.parse(firstAnswers(1)).answers.obstacles).toEqual(["network"]);
  });

  test("the comment may stay empty", () => {
    const { comment_training: _, ...rest } = firstAnswers(1);
    expect(submitSurveyInput.parse(rest).answers.comment_training).toBe("");
  });

  test.each([
    ["an unanswered question", { employment: undefined }, ["employment", "choose-one"]],
    ["an unanswered scale", { skills_use: undefined }, ["skills_use", "choose-one"]],
    ["an answer that is not offered", { employment: "king" }, ["employment", "choose-one"]],
    ["no box ticked", { obstacles: undefined }, ["obstacles", "survey-choose-some"]],
    ["a box that is not offered", { obstacles: ["network", "rain"] }, ["obstacles.1", "choose-from-list"]],
    ["none together with one", { obstacles: ["network", "none"] }, ["obstacles", "survey-only-alone"]],
    ["a comment beyond measure", { comment_training: "x".repeat(1001) }, ["comment_training", "too-long"]],
  ])("%s is told beside its question", (_, spoiled, issue) => {
    expect(issuesOf({ ...firstAnswers(1), ...spoiled })).toEqual([issue]);
  });

  test("unused together with a use is refused too", () => {
    expect(issuesOf({ ...firstAnswers(2), incentive_use: ["savings", "unused"] })).toEqual([
      ["incentive_use", "survey-only-alone"],
    ]);
  });

  test("a survey that does not exist is refused", () => {
    expect(issuesOf({ ...firstAnswers(1), number: "4" })).toEqual([["number", "not-valid"]]);
  });

  test("what was not asked is dropped", () => {
    expect(submitSurveyInput.parse({ ...firstAnswers(1), participantId: "x" }).answers).not.toHaveProperty(
      "participantId",
    );
  });
});
