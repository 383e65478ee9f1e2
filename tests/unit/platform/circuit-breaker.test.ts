import { expect, test } from "vitest";
import { circuitBreaker } from "#platform/gateways/circuit-breaker.ts";

test("after failures in a row nobody calls for a while, then one may try, and a success closes it", () => {
  let now = 0;
  const breaker = circuitBreaker({ failures: 3, pauseMs: 100, now: () => now });
  for (const succeeded of [false, false, true, false, false, false]) {
    expect(breaker.isClosed()).toBe(true);
    breaker.record(succeeded);
  }
  expect(breaker.isClosed()).toBe(false);
  now = 100;
  expect(breaker.isClosed()).toBe(true);
  expect(breaker.isClosed()).toBe(false);
  breaker.record(false);
  now = 150;
  expect(breaker.isClosed()).toBe(false);
  now = 200;
  expect(breaker.isClosed()).toBe(true);
  breaker.record(true);
  expect(breaker.isClosed()).toBe(true);
});
