import { describe, expect, test } from "vitest";
import { decideVerification, type Person } from "#features/verification/policy/decision.ts";
import { isInForce } from "#features/verification/policy/entries.ts";
import type { RegisterAgreement, RegisterAnswers } from "#features/verification/types.ts";
import { type Day, startOfDay } from "#kernel/calendar.ts";

const now = startOfDay("2026-11-24" as Day);
const agreeing: RegisterAgreement = {
  exists: true,
  familyCard: true,
  name: "same",
  birthDate: true,
  mother: true,
};
const nothing: RegisterAgreement = {
  exists: false,
  familyCard: false,
  name: "different",
  birthDate: false,
  mother: false,
};
const onNoList: RegisterAnswers = {
  population: agreeing,
  education: { entry: null },
  social_aid: { entry: null },
  occupation: { entry: null },
  blacklist: { entry: null },
  priority: { entry: null },
};
const sari: Person = { birthDate: "2000-05-17" as Day, documentDiffers: false };

const pupil = { entry: { kind: "pupil", since: "2024-07-15", until: null } } as const;
const student = { entry: { kind: "student", since: "2024-08-01", until: null } } as const;
const soldier = { entry: { kind: "soldier", since: "2018-01-01", until: null } } as const;
const laidOff = { entry: { kind: "laid-off", since: "2026-03-01", until: null } } as const;
const aid = { entry: { kind: "family-hope", since: "2024-01-01", until: null } } as const;
const barred = { entry: { kind: "false-data", since: "2026-01-10", until: "2028-01-09" } } as const;
const agreeingBut = (changes: Partial<RegisterAgreement>) => ({ population: { ...agreeing, ...changes } });
const ended = <Kind extends string>({
  entry: { kind, since },
}: {
  readonly entry: { readonly kind: Kind; readonly since: string };
}) => ({ entry: { kind, since, until: "2025-07-31" } });

/** "verified", or the reason of a refusal or of a review. */
function outcomeOf(answers: Partial<RegisterAnswers>, person: Partial<Person> = {}): string {
  const decision = decideVerification({ ...onNoList, ...answers }, { ...sari, ...person }, now);
  if (decision.status === "refused") return decision.refusal.code;
  return decision.status === "in_review" ? decision.reason : decision.status;
}

describe("what the population register does not agree with", () => {
  test.each([
    [agreeingBut({}), "verified"],
    [agreeingBut({ exists: false }), "verification-nik-unknown"],
    [agreeingBut({ familyCard: false }), "verification-family-card-differs"],
    [agreeingBut({ name: "different" }), "verification-name-differs"],
    [agreeingBut({ birthDate: false }), "verification-birth-date-differs"],
    [agreeingBut({ mother: false }), "verification-mother-differs"],
    [{ population: nothing }, "verification-nik-unknown"],
  ])("%j: %s", (answers, outcome) => {
    expect(outcomeOf(answers)).toBe(outcome);
  });

  test("comes before every list: what they say may be about somebody else", () => {
    for (const listed of [
      { education: pupil },
      { occupation: soldier },
      { blacklist: barred },
      { priority: laidOff },
    ])
      expect(outcomeOf({ ...agreeingBut({ familyCard: false }), ...listed })).toBe(
        "verification-family-card-differs",
      );
  });
});

describe("what the lists hold", () => {
  test.each<[string, Partial<RegisterAnswers>, string]>([
    ["aid is judged by the scheme of a wave", { social_aid: aid }, "verified"],
    ["being laid off excludes nobody", { priority: laidOff }, "verified"],
    ["a pupil is refused", { education: pupil }, "verification-in-education"],
    ["a student is refused", { education: student }, "verification-in-education"],
    ["who finished last year is not a student", { education: ended(student) }, "verified"],
    ["a soldier is refused", { occupation: soldier }, "verification-excluded-occupation"],
    ["who left the service is not a soldier", { occupation: ended(soldier) }, "verified"],
    ["who is barred is refused", { blacklist: barred }, "verification-blacklisted"],
    ["who was barred once is not", { blacklist: ended(barred) }, "verified"],
    [
      "the bar is told before anything else",
      { blacklist: barred, occupation: soldier, education: student },
      "verification-blacklisted",
    ],
    [
      "the occupation is told before education",
      { occupation: soldier, education: student },
      "verification-excluded-occupation",
    ],
  ])("%s", (_, answers, outcome) => {
    expect(outcomeOf(answers)).toBe(outcome);
  });

  test("of a bar, its reason and its end are told", () => {
    expect(decideVerification({ ...onNoList, blacklist: barred }, sari, now)).toEqual({
      status: "refused",
      refusal: { code: "verification-blacklisted", kind: "false-data", until: "2028-01-09" },
    });
  });

  test.each([
    [null, "2026-11-24", true],
    ["2026-11-24", "2026-11-24", true],
    ["2026-11-23", "2026-11-24", false],
    [null, "2024-12-31", false],
    [null, "2025-01-01", true],
  ] as const)("an entry since 2025 until %s counts on %s: %s", (until, day, counts) => {
    expect(isInForce({ since: "2025-01-01", until }, day as Day)).toBe(counts);
  });
});

describe("a doubt is for a member of the staff", () => {
  test.each<[string, Partial<RegisterAnswers>, Partial<Person>, string]>([
    ["a similar name", agreeingBut({ name: "similar" }), {}, "review-name-similar"],
    [
      "a similar name and another NIK on the photo",
      agreeingBut({ name: "similar" }),
      { documentDiffers: true },
      "review-document-differs",
    ],
    ["another NIK on the photo alone is a hint, no doubt", {}, { documentDiffers: true }, "verified"],
    [
      "an unknown NIK that another register knows",
      { population: nothing, priority: laidOff },
      {},
      "review-registers-contradict",
    ],
    [
      "a pupil born in 1970",
      { education: pupil },
      { birthDate: "1970-01-01" as Day },
      "review-registers-contradict",
    ],
    [
      "but not a student born in 1970",
      { education: student },
      { birthDate: "1970-01-01" as Day },
      "verification-in-education",
    ],
    [
      "nor a pupil of 30",
      { education: pupil },
      { birthDate: "1995-11-25" as Day },
      "verification-in-education",
    ],
    [
      "nor what a pupil born in 1970 was once",
      { education: ended(pupil) },
      { birthDate: "1970-01-01" as Day },
      "verified",
    ],
    [
      "a soldier in service who was laid off",
      { occupation: soldier, priority: laidOff },
      {},
      "review-registers-contradict",
    ],
    [
      "but not a former soldier who was laid off",
      { occupation: ended(soldier), priority: laidOff },
      {},
      "verified",
    ],
    [
      "what excludes is told before a similar name",
      { ...agreeingBut({ name: "similar" }), education: student },
      {},
      "verification-in-education",
    ],
  ])("%s", (_, answers, person, outcome) => {
    expect(outcomeOf(answers, person)).toBe(outcome);
  });
});
