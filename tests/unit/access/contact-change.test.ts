import { describe, expect, test } from "vitest";
import { decideNewContact, decideOpenChange } from "#features/access/policy/contact-change.ts";
import { changeEmailInput, changePhoneInput } from "#features/access/schema.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, refuse } from "#kernel/result.ts";
import { nobodysId } from "#platform/one-time-code/nobody.ts";

const now = new Date("2026-11-24T03:00:00Z");
const contact = { kind: "email", value: "sari@example.test" } as const;

describe("a new contact", () => {
  test.each([
    ["the proven one that the account has", contact.value, true, refuse({ code: "contact-same" })],
    ["the one that the account has, not proven yet", contact.value, false, ok()],
    ["another in the place of a proven one", "lain@example.test", true, ok()],
    ["the first", null, false, ok()],
  ])("may be %s or not", (_, value, isProven, decision) => {
    expect(decideNewContact(contact, { value, isProven })).toEqual(decision);
  });
});

describe("a change that waits for its code", () => {
  const change = { id: "a", contact, startedAt: now };
  const over = refuse({ code: "contact-change-over" });
  test.each([
    ["in its last second", change, 86_399, ok(change)],
    ["a day later", change, 86_400, over],
    ["that there is not", null, 0, over],
  ])("%s", (_, waiting, seconds, decision) => {
    expect(decideOpenChange(waiting, addSeconds(now, seconds))).toEqual(decision);
  });
});

describe("what is typed", () => {
  const password = "prakerja-2026";
  test.each([
    [changeEmailInput, { email: " Sari@Example.TEST " }, contact],
    [changePhoneInput, { phone: "0812-3456 7890" }, { kind: "phone", value: "+6281234567890" }],
    [changePhoneInput, { phone: "+62 (812) 3456.7890" }, { kind: "phone", value: "+6281234567890" }],
  ])("is one contact, however it is written", (input, typed, wanted) => {
    expect(input.parse({ ...typed, password })).toEqual({ contact: wanted, password, code: "" });
  });

  test.each([
    [changeEmailInput, { email: "sari@" }, "email-shape"],
    [changeEmailInput, { email: "" }, "required"],
    [changeEmailInput, {}, "required"],
    [changePhoneInput, { phone: "0215551234" }, "phone-shape"],
    [changePhoneInput, { phone: " " }, "required"],
    [changePhoneInput, { phone: "0".repeat(99) }, "phone-shape"],
    [changePhoneInput, { phone: "081234567890", code: "12345" }, "second-step-shape"],
  ])("is sent back when it is none (%#)", (input, typed, message) => {
    const issues = input.safeParse({ ...typed, password }).error?.issues ?? [];
    expect(issues.map((issue) => issue.message)).toContain(message);
  });

  test("a code of the second step is taken as people type it", () => {
    const typed = { email: contact.value, password };
    expect(changeEmailInput.parse({ ...typed, code: "123 456" }).code).toBe("123456");
    expect(changeEmailInput.parse({ ...typed, code: "abcde-23456" }).code).toBe("ABCDE23456");
  });
});

test("nobody's id is a UUID, the same for the same words and another for others", () => {
  const [one, other] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)];
  expect(nobodysId(one)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(nobodysId(one)).toBe(nobodysId(one));
  expect(nobodysId(one)).not.toBe(nobodysId(other));
});
