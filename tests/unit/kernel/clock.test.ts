import { expect, test } from "vitest";
import { stoppedAt } from "#kernel/clock.ts";

test("everything in one command happens at one moment, whatever anyone does with it", () => {
  const clock = stoppedAt(new Date("2024-02-28T03:00:00Z"));
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe("2024-02-28T03:00:00.000Z");
});
