import { expect, test } from "vitest";
import { faultPage, localeOf } from "#front-door/fault-page.ts";

test("a broken page says so in the person's language, with a reference number and a way on, and no script", () => {
  const page = faultPage(localeOf("sesi=x; bahasa=en"), "A1B2C3D4");
  expect(page).toContain('<html lang="en">');
  expect(page).toContain("A1B2C3D4");
  expect(page).toContain('<a href="/">');
  expect(page).not.toContain("<script");
  expect(page).not.toContain("{reference}");
});

test("without a choice the language is Bahasa Indonesia", () => {
  expect(localeOf(undefined)).toBe("id");
  expect(localeOf("bahasa=fr")).toBe("id");
});
