import { describe, expect, test } from "vitest";
import { proveInput, recoverByNikInput, signInInput } from "#features/access/schema.ts";

const typed = { identifier: " Sari@Example.TEST ", password: "prakerja-2026" };

describe("e-mail or phone", () => {
  test.each([
    [" Sari@Example.TEST ", { kind: "email", value: "sari@example.test" }],
    ["081234567890", { kind: "phone", value: "+6281234567890" }],
    ["0812-3456 7890", { kind: "phone", value: "+6281234567890" }],
    ["6281234567890", { kind: "phone", value: "+6281234567890" }],
    ["+62 (812) 3456.7890", { kind: "phone", value: "+6281234567890" }],
  ])("%s is one contact, however it is typed", (identifier, contact) => {
    expect(signInInput.parse({ ...typed, identifier }).identifier).toEqual(contact);
  });

  test.each(["sari", "sari@", "12345", "0215551234", "08123", "++6281234567890"])(
    "%s is none",
    (identifier) => {
      const parsed = signInInput.safeParse({ ...typed, identifier });
      expect(parsed.error?.issues.map(({ message }) => message)).toEqual(["identifier-shape"]);
    },
  );
});

test.each([
  ["/pelatihan-saya", "/pelatihan-saya"],
  ["//evil.example", undefined],
  ["/\\evil.example", undefined],
  ["https://evil.example", undefined],
  ["javascript:alert(1)", undefined],
])("after signing in, %s leads to %s", (returnTo, expected) => {
  expect(signInInput.parse({ ...typed, returnTo }).returnTo).toBe(expected);
});

test.each([
  ["123 456", "123456"],
  ["abcde-23456", "ABCDE23456"],
  ["ABCDE 23456", "ABCDE23456"],
])("a code typed as %s is %s", (code, expected) => {
  expect(proveInput.parse({ password: "x", code }).code).toBe(expected);
});

test.each(["12345", "1234567", "ABCDE-2345", "ABCDE-2345O"])("%s is no code", (code) => {
  expect(proveInput.safeParse({ password: "x", code }).success).toBe(false);
});

test("a NIK and a birth date are one question", () => {
  const parts = { "birthDate-day": "17", "birthDate-month": "5", "birthDate-year": "2000" };
  expect(recoverByNikInput.parse({ nik: "1275 0157 0500 9001", ...parts })).toEqual({
    nik: "1275015705009001",
    birthDate: "2000-05-17",
  });
  expect(recoverByNikInput.safeParse({ nik: "12", ...parts }).success).toBe(false);
  expect(
    recoverByNikInput.safeParse({ nik: "1275015705009001", ...parts, "birthDate-day": "32" }).success,
  ).toBe(false);
});
