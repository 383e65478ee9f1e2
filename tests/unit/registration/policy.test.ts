import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideIdentity,
  decideStatements,
  decideSubmit,
  type IdentityClaim,
  isReached,
  mayFill,
  stepAfter,
  stepAfterOtherPhone,
} from "#features/registration/policy.ts";
import {
  pathOfStep,
  registrationPages,
  registrationSteps,
  type Statements,
} from "#features/registration/types.ts";
import type { Day } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";

const today = "2026-11-24" as Day;
const knows = (code: string) => code === "12.75.01";
const sari: IdentityClaim = {
  nik: "1275015705009101",
  familyCard: "1275010101159101",
  birthDate: "2000-05-17" as Day,
  gender: "female",
};

describe("who somebody says they are", () => {
  test("is taken when NIK, family card, birth date and gender agree", () => {
    expect(decideIdentity(sari, knows, today)).toEqual(ok(sari));
  });

  test("may be typed with spaces, dots and dashes", () => {
    const typed = { ...sari, nik: "1275 0157 0500 9101", familyCard: "1275.0101.0115-9101" };
    expect(decideIdentity(typed, knows, today)).toEqual(ok(sari));
  });

  test.each([
    ["a NIK of 15 digits", { nik: "127501570500910" }, "nik-not-16-digits"],
    ["a NIK of an unknown district", { nik: "9975015705009101" }, "nik-unknown-region"],
    ["a NIK with a 31 February", { nik: "1275017102009101" }, "nik-impossible-date"],
    ["a NIK with serial 0000", { nik: "1275015705000000" }, "nik-zero-serial"],
    ["a birth date that the NIK does not have", { birthDate: "2000-05-18" as Day }, "nik-birth-date-differs"],
    ["a gender that the NIK does not have", { gender: "male" as const }, "nik-gender-differs"],
    ["a family card of 17 digits", { familyCard: "12750101011591011" }, "kk-not-16-digits"],
    ["a family card of an unknown district", { familyCard: "9975010101159101" }, "kk-unknown-region"],
    ["a family card with day + 40", { familyCard: "1275014101159101" }, "kk-impossible-date"],
    ["a birth date in the future", { birthDate: "2027-05-17" as Day }, "registration-birth-date-ahead"],
  ])("%s is refused", (_, changes, code) => {
    expect(decideIdentity({ ...sari, ...changes }, knows, today)).toEqual(refuse({ code }));
  });

  test.each([
    ["turns 18 today", "2008-11-24", "1275016411089101", true],
    ["turns 18 tomorrow", "2008-11-25", "1275016511089101", false],
  ] as const)("someone who %s", (_, birthDate, nik, isOldEnough) => {
    const decision = decideIdentity({ ...sari, nik, birthDate: birthDate as Day }, knows, today);
    if (isOldEnough) expect(decision.ok).toBe(true);
    else expect(decision).toEqual(refuse({ code: "registration-too-young", age: 18 }));
  });
});

describe("the order of the pages", () => {
  test.each([
    ["the page whose turn it is", "address", "address", null],
    ["a page filled before", "photo", "identity", null],
    ["any page, from the review", "review", "situation", null],
    ["a page ahead", "personal", "photo", "registration-step-locked"],
    ["who somebody is, of a sent registration", "submitted", "identity", "registration-submitted"],
    ["their names, of a sent registration", "submitted", "personal", "registration-submitted"],
    ["a photo, of a sent registration", "submitted", "selfie", "registration-submitted"],
    ["the address, of a sent registration", "submitted", "address", null],
    ["the situation, of a sent registration", "submitted", "situation", null],
    ["the phone, of a sent registration", "submitted", "phone", null],
    ["the statements, of a sent registration", "submitted", "statements", null],
  ] as const)("%s", (_, reached, page, code) => {
    expect(mayFill(reached, page)).toEqual(code ? refuse({ code }) : ok());
  });

  test.each([
    ["identity", "identity", "personal"],
    ["statements", "statements", "review"],
    ["photo", "identity", "photo"],
    ["review", "photo", "review"],
    ["photo", "photo", "selfie"],
    ["selfie", "selfie", "phone"],
    ["phone", "phone", "statements"],
    ["submitted", "address", "submitted"],
  ] as const)("standing at %s, filling %s leads to %s", (reached, filled, expected) => {
    expect(stepAfter(reached, filled)).toBe(expected);
  });

  test.each([
    ["review", "personal", "phone"],
    ["statements", "phone", "phone"],
    ["phone", "phone", "phone"],
    ["personal", "personal", "address"],
    ["photo", "personal", "photo"],
    ["submitted", "phone", "submitted"],
  ] as const)("standing at %s, another number on the page %s leads to %s", (reached, filled, expected) => {
    expect(stepAfterOtherPhone(reached, filled)).toBe(expected);
  });

  test("filling a page that may be filled never leads back, and at most one page on", () => {
    const anyReached = fc.constantFrom(...registrationSteps.filter((step) => step !== "submitted"));
    fc.assert(
      fc.property(anyReached, fc.constantFrom(...registrationPages), (reached, page) => {
        fc.pre(mayFill(reached, page).ok);
        const after = registrationSteps.indexOf(stepAfter(reached, page));
        const before = registrationSteps.indexOf(reached);
        expect(after - before).toBeOneOf([0, 1]);
        expect(isReached(stepAfter(reached, page), reached)).toBe(true);
      }),
    );
  });

  test("only a whole registration is sent, and once", () => {
    for (const page of registrationPages)
      expect(decideSubmit(page)).toEqual(refuse({ code: "registration-incomplete" }));
    expect(decideSubmit("submitted")).toEqual(refuse({ code: "registration-submitted" }));
    expect(decideSubmit("review")).toEqual(ok());
  });

  test("every step has an address of its own", () => {
    expect(new Set(registrationSteps.map(pathOfStep)).size).toBe(registrationSteps.length);
  });
});

describe("the applicant's statements", () => {
  const honest: Statements = {
    version: 1,
    employment: "unemployed",
    excludedOccupation: false,
    inEducation: false,
    otherAid: false,
    dataIsTrue: true,
  };

  test.each([
    ["none of the exclusions", {}, null],
    ["other aid, which the scheme judges later", { otherAid: true }, null],
    ["an excluded occupation", { excludedOccupation: true }, "registration-excluded-occupation"],
    ["formal education", { inEducation: true }, "registration-in-education"],
  ] as const)("%s", (_, changes, code) => {
    const statements = { ...honest, ...changes };
    expect(decideStatements(statements)).toEqual(code ? refuse({ code }) : ok(statements));
  });
});
