import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideRevocation,
  determinationWindow,
  determinedTooLongAgo,
  nextDeadline,
  REMINDERS,
  reminderWindow,
} from "#features/membership/policy.ts";
import type { MemberFacts } from "#features/membership/types.ts";
import { addDays, dayInWib, daysBetween, deadlineAfter, startOfDay } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";

const sari: MemberFacts = {
  participantId: "sari" as ParticipantId,
  status: "active",
  determinedAt: new Date("2024-04-01T03:00:00Z"),
  daysToFirstPurchase: 30,
  calledOffAt: null,
  hasBought: false,
  training: null,
};
const finishBy = new Date("2024-05-30T16:59:59Z");

describe("the deadline", () => {
  test.each([
    ["2024-02-28T03:00:00Z", 15, "2024-03-13T16:59:59.000Z"],
    ["2024-03-01T03:00:00Z", 15, "2024-03-15T16:59:59.000Z"],
    ["2024-04-01T03:00:00Z", 30, "2024-04-30T16:59:59.000Z"],
    ["2021-03-10T03:00:00Z", 30, "2021-04-08T16:59:59.000Z"],
    // 23:30 WIB belongs to the day, 00:30 WIB to the next one.
    ["2024-04-01T16:30:00Z", 30, "2024-04-30T16:59:59.000Z"],
    ["2024-04-01T17:30:00Z", 30, "2024-05-01T16:59:59.000Z"],
  ])("determined at %s with %i days: buy by %s", (determinedAt, daysToFirstPurchase, until) => {
    const facts = { ...sari, determinedAt: new Date(determinedAt), daysToFirstPurchase };
    expect(nextDeadline(facts)).toEqual({ what: "first-purchase", until: new Date(until) });
  });

  test("what a provider called off gives the whole term again, from that day", () => {
    const calledOffAt = new Date(sari.determinedAt.getTime() + 20 * 86_400_000);
    const deadline = nextDeadline({ ...sari, calledOffAt });
    expect(deadline?.until).toEqual(deadlineAfter(calledOffAt, 30));
    expect(decideRevocation({ ...sari, calledOffAt }, deadlineAfter(sari.determinedAt, 31))).toBeNull();
  });

  test("someone with a training under way has its last day, and nobody else has one", () => {
    const training = { finishBy, isCompleted: false };
    expect(nextDeadline({ ...sari, hasBought: true, training })).toEqual({
      what: "finish-training",
      until: finishBy,
    });
    expect(nextDeadline({ ...sari, hasBought: true })).toBeNull();
    expect(nextDeadline({ ...sari, hasBought: true, training: { finishBy, isCompleted: true } })).toBeNull();
  });
});

describe("revocation", () => {
  const underWay = { ...sari, hasBought: true, training: { finishBy, isCompleted: false } };

  test.each([
    ["in the last second to buy", sari, "2024-04-30T16:59:59Z", null],
    ["a moment later", sari, "2024-04-30T16:59:59.001Z", "membership-first-training-not-bought"],
    ["in the last second to finish", underWay, "2024-05-30T16:59:59Z", null],
    ["a moment later", underWay, "2024-05-30T17:00:00Z", "membership-training-not-finished"],
    ["years after buying and reviewing", { ...sari, hasBought: true }, "2034-01-01T00:00:00Z", null],
  ] as const)("%s", (_, facts, now, reason) => {
    expect(decideRevocation(facts, new Date(now))).toBe(reason);
  });

  test("a finished person is never revoked, whenever it is and however late the review", () => {
    fc.assert(
      fc.property(fc.date({ min: finishBy, max: new Date("2090-01-01"), noInvalidDate: true }), (now) => {
        const finished = { ...underWay, training: { finishBy, isCompleted: true } };
        expect(decideRevocation(finished, now)).toBeNull();
      }),
    );
  });

  test.each(["completed", "revoked"] as const)("a %s membership is not revoked", (status) => {
    expect(decideRevocation({ ...sari, status }, new Date("2034-01-01T00:00:00Z"))).toBeNull();
  });
});

const moment = fc.date({
  min: new Date("2024-01-01T00:00:00Z"),
  max: new Date("2026-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("what the database is asked for agrees with the rule", () => {
  test("before the cutoff means too late", () => {
    fc.assert(
      fc.property(moment, moment, fc.constantFrom(15, 30), (determinedAt, now, days) => {
        const startOfToday = startOfDay(dayInWib(now));
        const isTooLate = deadlineAfter(determinedAt, days) < startOfToday;
        expect(determinedAt < determinedTooLongAgo(now, days)).toBe(isTooLate);
      }),
    );
  });

  test("each deadline of the next week lies in one reminder's window, counted both ways", () => {
    fc.assert(
      fc.property(moment, moment, fc.constantFrom(15, 30), (determinedAt, now, days) => {
        const deadline = deadlineAfter(determinedAt, days);
        const left = daysBetween(dayInWib(now), dayInWib(deadline));
        const within = (at: Date, { from, to }: { from: Date; to: Date }) => at >= from && at < to;
        for (const reminder of REMINDERS) {
          const isDue = left >= reminder.fromDaysLeft && left <= reminder.toDaysLeft;
          expect(within(deadline, reminderWindow(now, reminder))).toBe(isDue);
          expect(within(determinedAt, determinationWindow(now, reminder, days))).toBe(isDue);
        }
      }),
    );
  });

  test.each([
    [8, []],
    [7, [7]],
    [2, [7]],
    [1, [1]],
    [0, [1]],
    [-1, []],
  ])("%i days before the last day, the reminders %j are due", (left, due) => {
    const now = startOfDay(addDays(dayInWib(finishBy), -left));
    const windows = REMINDERS.filter((reminder) => {
      const { from, to } = reminderWindow(now, reminder);
      return finishBy >= from && finishBy < to;
    });
    expect(windows.map((reminder) => reminder.daysBefore)).toEqual(due);
  });
});
