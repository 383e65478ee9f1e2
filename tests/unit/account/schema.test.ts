import { describe, expect, test } from "vitest";
import { codeInput, signUpByEmailInput, signUpByPhoneInput } from "#features/account/schema.ts";

const person = { displayName: "Wulan", password: "kopi-hangat-di-teras-88" };

test("an address is one address, however it is typed", () => {
  const { contact } = signUpByEmailInput.parse({ ...person, email: " Sari@Example.TEST " });
  expect(contact).toEqual({ kind: "email", value: "sari@example.test" });
});

describe("a phone is one number, however it is typed", () => {
  test.each(["081234567890", "0812-3456-7890", "+62 812 3456 7890", "6281234567890", "(0812) 3456.7890"])(
    "%s",
    (phone) => {
      const { contact } = signUpByPhoneInput.parse({ ...person, phone });
      expect(contact).toEqual({ kind: "phone", value: "+6281234567890" });
    },
  );

  test.each(["", "0212345678", "080123456789", "081234567", "08123456789012", "12345", "+6512345678"])(
    "%s is none",
    (phone) => {
      expect(signUpByPhoneInput.safeParse({ ...person, phone }).success).toBe(false);
    },
  );
});

test.each(["1", "8ani", "http://x", "ani@ani"])("%s is no name to greet by", (displayName) => {
  expect(signUpByEmailInput.safeParse({ ...person, displayName, email: "a@b.id" }).success).toBe(false);
});

test("a code may be typed with a gap, and has six digits", () => {
  expect(codeInput.parse({ digits: " 123 456 " }).digits).toBe("123456");
  for (const digits of ["12345", "1234567", "12345a", ""]) {
    expect(codeInput.safeParse({ digits }).success).toBe(false);
  }
});
