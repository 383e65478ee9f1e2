import { expect, test } from "vitest";
import { signInInput } from "#features/account/schema.ts";

const typed = { email: " Sari@Example.TEST ", password: "prakerja-2026" };

test("an address is one address, however it is typed", () => {
  expect(signInInput.parse(typed).email).toBe("sari@example.test");
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
