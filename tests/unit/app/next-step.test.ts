import { expect, test } from "vitest";
import { type JourneyFacts, nextStep } from "#app/(participant)/beranda/next-step.ts";

const finishBy = new Date("2026-12-24T16:59:59Z");
const training = {
  id: "p1",
  courseSlug: "kursus",
  courseTitle: "Kursus",
  isRedeemed: true,
  isCompleted: true,
  finishBy,
};
/** Someone for whom everything is done. */
const everything: JourneyFacts = {
  registrationIsSubmitted: true,
  verification: "verified",
  answerDueAt: null,
  testIsDone: true,
  wave: "selected",
  inductionIsDone: true,
  buyUntil: finishBy,
  purchase: null,
  hasReviewed: true,
  payoutAccountIsLinked: true,
  openSurvey: null,
};

test.each<[string, Partial<JourneyFacts>, string, string]>([
  [
    "has only an account",
    { registrationIsSubmitted: false, verification: "none", testIsDone: false },
    "registration",
    "/pendaftaran",
  ],
  ["waits for the register", { verification: "checking" }, "verification", "/verifikasi"],
  ["waits for an officer", { verification: "in_review" }, "inReview", "/verifikasi"],
  ["was refused by the register and can mend it", { verification: "refused" }, "mend", "/verifikasi"],
  ["was refused and cannot mend it", { verification: "appealable" }, "appeal", "/verifikasi"],
  ["has appealed", { verification: "appealed" }, "appealed", "/verifikasi/banding"],
  ["was refused once more", { verification: "closed" }, "closed", "/verifikasi/banding"],
  ["has not taken the test", { testIsDone: false }, "test", "/tes"],
  ["has joined no wave", { wave: "none" }, "join", "/gelombang"],
  ["waits for the wave", { wave: "waiting" }, "waitWave", "/gelombang"],
  ["was not selected", { wave: "not-selected" }, "notSelected", "/gelombang"],
  ["does not know the card yet", { hasReviewed: false, inductionIsDone: false }, "induction", "/induksi"],
  ["has a balance and nothing bought", { hasReviewed: false }, "buy", "/pelatihan"],
  [
    "bought and did not redeem",
    { purchase: { ...training, isRedeemed: false, isCompleted: false } },
    "redeem",
    "/transaksi/p1",
  ],
  ["is learning", { purchase: { ...training, isCompleted: false } }, "learn", "/belajar/kursus"],
  ["finished and did not review", { purchase: training, hasReviewed: false }, "review", "/ulasan/kursus"],
  ["has no payout account", { payoutAccountIsLinked: false }, "link", "/rekening"],
  ["has a survey open", { openSurvey: { number: 2, closesAt: finishBy } }, "survey", "/survei/2"],
  ["has done everything", {}, "enjoy", "/insentif"],
])("someone who %s is shown that step", (_, change, name, href) => {
  expect(nextStep({ ...everything, ...change })).toMatchObject({ name, href });
});

test("who waits for an officer is told until when", () => {
  const waiting = { ...everything, verification: "in_review", answerDueAt: finishBy } as const;
  expect(nextStep(waiting)).toMatchObject({ until: finishBy, mood: "wait" });
  expect(nextStep({ ...waiting, verification: "appealed" })).toMatchObject({ until: finishBy, mood: "wait" });
});

test("the step that must not be missed tells until when", () => {
  expect(nextStep({ ...everything, hasReviewed: false }).until).toBe(finishBy);
  expect(nextStep({ ...everything, purchase: { ...training, isCompleted: false } }).until).toBe(finishBy);
});
