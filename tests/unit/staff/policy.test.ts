import { expect, test } from "vitest";
import { maskNik } from "#features/staff/policy.ts";

test("a masked NIK keeps region and serial and hides the birth date", () => {
  expect(maskNik("1275015705009101")).toBe("127501••••••9101");
});
