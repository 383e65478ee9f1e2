import { expect, test } from "vitest";
import { emailOnlyInput } from "#features/account/schema.ts";

test("an address is one address, however it is typed", () => {
  expect(emailOnlyInput.parse({ email: " Sari@Example.TEST " }).email).toBe("sari@example.test");
});
