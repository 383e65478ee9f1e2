import { expect, test } from "vitest";
import { initialsOf, problemsOf } from "#elements/office-check.ts";
import { isPeoplePage } from "../../../src/front-door/people-pages.ts";

const typed = {
  nik: "1275 0157 0500 9301",
  familyCard: "1275010101159301",
  gender: "female",
  "birthDate-day": "17",
  "birthDate-month": "5",
  "birthDate-year": "2000",
  fullName: "Sari Simulasi",
  consentMethod: "signed_paper",
};
const required = ["nik", "familyCard", "gender", "fullName", "consentMethod"];

test("a form that agrees with itself has no problem, with or without a phone", () => {
  expect(problemsOf(typed, required)).toEqual({});
  expect(problemsOf({ ...typed, phone: "0812-3456-7890" }, required)).toEqual({});
});

test.each([
  [{ nik: "127501570500" }, { nik: "nik-not-16-digits" }],
  [{ nik: "1275015705000000" }, { nik: "nik-zero-serial" }],
  [{ nik: "1275019905009301" }, { nik: "nik-impossible-date" }],
  [{ familyCard: "1275014101159301" }, { familyCard: "kk-impossible-date" }],
  [{ "birthDate-day": "18" }, { birthDate: "nik-birth-date-differs" }],
  [{ "birthDate-month": "13" }, { birthDate: "registration-birth-date-shape" }],
  [{ "birthDate-year": "00" }, { birthDate: "registration-birth-date-shape" }],
  [{ gender: "male" }, { gender: "nik-gender-differs" }],
  [{ fullName: " " }, { fullName: "required" }],
  [{ nik: "" }, { nik: "required" }],
  [{ phone: "12345" }, { phone: "registration-phone-shape" }],
  [{ consentMethod: "spoken_with_witness" }, { witnessName: "required" }],
])("without a network, %o is seen to be wrong", (changes, problems) => {
  expect(problemsOf({ ...typed, ...changes }, required)).toEqual(problems);
});

test.each([
  ["Sari Simulasi", "S. S."],
  ["  budi ", "B."],
  ["Siti Nur Aisyah Putri", "S. N. A."],
])("of %s the device keeps %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("the page that a device keeps is served without the framework's scripts, its neighbours with them", () => {
  expect(isPeoplePage("/dinas/bantu/luring")).toBe(true);
  expect(isPeoplePage("/dinas/bantu/baru")).toBe(false);
  expect(isPeoplePage("/dinas/bantu/luring/lain")).toBe(false);
});
