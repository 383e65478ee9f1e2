import { expect, test } from "vitest";
import { firstPurchaseDeadline, readMovement } from "#features/balance/policy/balance.ts";
import { endOfDay, parseDay, startOfDay } from "#kernel/calendar.ts";

function day(text: string) {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

// Pairs that the programme published (programme rules, section 2).
test.each([
  ["2024-02-28", 15, "2024-03-13"],
  ["2024-03-01", 15, "2024-03-15"],
  ["2024-04-01", 30, "2024-04-30"],
  ["2021-03-10", 30, "2021-04-08"],
])("determined on %s with %i days: the last day to buy is %s", (determined, days, last) => {
  const until = endOfDay(day(last));
  expect(firstPurchaseDeadline(startOfDay(day(determined)), days)).toEqual(until);
  expect(firstPurchaseDeadline(endOfDay(day(determined)), days)).toEqual(until);
});

test("a training that its provider called off gives the term again", () => {
  const [decree, calledOff] = [startOfDay(day("2024-04-01")), startOfDay(day("2024-04-20"))];
  expect(firstPurchaseDeadline(decree, 30, calledOff)).toEqual(endOfDay(day("2024-05-19")));
  expect(firstPurchaseDeadline(calledOff, 30, decree)).toEqual(endOfDay(day("2024-05-19")));
});

test.each([
  ["training-balance:0190", "opened", null],
  ["purchase:0191", "purchase", "0191"],
  ["purchase-cancel:0191", "cancellation", "0191"],
  ["forfeit:0190", "forfeit", null],
  ["something-new:1", "other", null],
])("a movement with the key %s is told as %s", (key, kind, purchaseId) => {
  expect(readMovement(key)).toEqual({ kind, purchaseId });
});
