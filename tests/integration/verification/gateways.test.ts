import { afterAll, beforeAll, expect, test } from "vitest";
import { findPriority } from "#platform/gateways/priority-list/http.ts";
import { findAid } from "#platform/gateways/social-aid-register/http.ts";
import { startRegister } from "./registers.ts";

type Register = Awaited<ReturnType<typeof startRegister>>;
let aid: Register;
let priority: Register;

beforeAll(async () => {
  [aid, priority] = await Promise.all([startRegister("social-aid"), startRegister("priority")]);
});
afterAll(() => Promise.all([aid.stop(), priority.stop()]));

const nik = "1275015705009071";

test("a register that is down for long is left alone for a while, and the others are not", async () => {
  await aid.fault({ mode: "error" });
  for (let call = 0; call < 10; call += 1)
    expect(await findAid("a", nik)).toEqual({ outcome: "unknown", reason: "status 503" });
  expect(await aid.asked()).toBe(20);
  await aid.fault({ mode: "none" });
  expect(await findAid("a", nik)).toEqual({ outcome: "unknown", reason: "the partner does not answer" });
  expect(await aid.asked()).toBe(20);
  expect(await findPriority("a", "1275015705009111")).toEqual({ outcome: "answered", entry: null });
});

test("an entry of a kind that nobody can explain says nothing", async () => {
  await priority.list({ nik, kind: "a word that is not known" });
  expect(await findPriority("b", nik)).toEqual({ outcome: "unknown", reason: "unreadable answer" });
  await priority.list({ nik, kind: "laid-off", since: "2026-01-01" });
  expect(await findPriority("b", nik)).toEqual({
    outcome: "answered",
    entry: { kind: "laid-off", since: "2026-01-01", until: null },
  });
});
