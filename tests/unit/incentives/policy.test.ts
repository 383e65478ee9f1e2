import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decideLink,
  decideRetry,
  judgeInquiry,
  labelOf,
  mayGo,
  nextQuestion,
  nextStepOf,
  planJobSearch,
  planSurvey,
} from "#features/incentives/policy.ts";
import { linkPayoutAccountInput } from "#features/incentives/schema.ts";
import type {
  IncentiveLabel,
  IncentiveStatus,
  IncentiveView,
  PayoutAccount,
  RepairReason,
} from "#features/incentives/types.ts";
import { addSeconds, secondsBetween } from "#kernel/calendar.ts";

const terms = { jobSearchIncentive: 600_000, jobSearchPayments: 4, daysBetweenPayments: 30 };
const days = (moments: readonly Date[]) => moments.map((moment) => moment.toISOString());

describe("the schedule", () => {
  test("four payments of Rp600.000, the first at the start of the day after the certificate", () => {
    const plan = planJobSearch(new Date("2026-11-24T03:00:00Z"), terms);
    expect(days(plan.map((payment) => payment.scheduledFor))).toEqual([
      "2026-11-24T17:00:00.000Z",
      "2026-12-24T17:00:00.000Z",
      "2027-01-23T17:00:00.000Z",
      "2027-02-22T17:00:00.000Z",
    ]);
    expect(plan.map(({ kind, sequence, amount }) => [kind, sequence, amount])).toEqual(
      [1, 2, 3, 4].map((sequence) => ["job_search", sequence, 600_000n]),
    );
  });

  test("a certificate of the last second of a WIB day and of the first of the next are paid a day apart", () => {
    const [late, early] = ["2026-11-24T16:59:59Z", "2026-11-24T17:00:00Z"].map(
      (moment) => planJobSearch(new Date(moment), terms)[0]?.scheduledFor,
    );
    expect(late?.toISOString()).toBe("2026-11-24T17:00:00.000Z");
    expect(early?.toISOString()).toBe("2026-11-25T17:00:00.000Z");
  });

  test("the first payment is always scheduled within 24 hours", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        (issued) => {
          const [first] = planJobSearch(issued, terms);
          const wait = secondsBetween(issued, first?.scheduledFor ?? issued);
          expect(wait).toBeGreaterThan(0);
          expect(wait).toBeLessThanOrEqual(24 * 3600);
        },
      ),
    );
  });

  test("scheme B pays once", () => {
    expect(planJobSearch(new Date("2026-11-24T03:00:00Z"), { ...terms, jobSearchPayments: 1 })).toHaveLength(
      1,
    );
  });

  test("an answered survey is paid on the next day", () => {
    expect(planSurvey(2, new Date("2026-11-24T20:00:00Z"), 50_000)).toEqual({
      kind: "survey",
      sequence: 2,
      amount: 50_000n,
      scheduledFor: new Date("2026-11-25T17:00:00Z"),
    });
  });
});

describe("a payment's life", () => {
  const states: readonly IncentiveStatus[] = ["scheduled", "processing", "held", "paid", "cancelled"];
  const allowed = [
    "scheduled>processing",
    "scheduled>cancelled",
    "processing>paid",
    "processing>held",
    "processing>cancelled",
    "held>scheduled",
    "held>cancelled",
  ];

  test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))("%s to %s", (from, to) => {
    expect(mayGo(from, to)).toBe(allowed.includes(`${from}>${to}`));
  });

  test.each<[IncentiveStatus, boolean, IncentiveLabel]>([
    ["scheduled", false, "not-processed"],
    ["scheduled", true, "scheduled"],
    ["processing", true, "checking"],
    ["held", true, "held"],
    ["cancelled", false, "failed"],
    ["paid", true, "paid"],
  ])("%s (account verified: %s) is called %s", (status, isVerified, label) => {
    expect(labelOf(status, isVerified)).toBe(label);
  });

  test("only a held payment into a verified account is tried again", () => {
    expect(decideRetry("held", true).ok).toBe(true);
    expect(decideRetry("held", false)).toMatchObject({ refusal: { code: "incentive-account-not-verified" } });
    for (const status of ["scheduled", "processing", "paid", "cancelled", null] as const)
      expect(decideRetry(status, true)).toMatchObject({ refusal: { code: "incentive-not-held" } });
  });

  test("an unknown outcome is asked for ever more rarely, at least once in 19 minutes", () => {
    const ordered = new Date("2026-11-24T03:00:00Z");
    const pause = (age: number, jitter = 0) =>
      secondsBetween(addSeconds(ordered, age), nextQuestion(ordered, addSeconds(ordered, age), jitter));
    expect([pause(0), pause(60), pause(300), pause(900), pause(86_400)]).toEqual([60, 60, 300, 900, 900]);
    expect(pause(86_400, 0.999)).toBeLessThanOrEqual(19 * 60);
  });
});

describe("the account", () => {
  const sound = {
    membership: "active",
    isUsedBySomebodyElse: false,
    hasPaymentUnderWay: false,
    isOwnPhone: false,
  } as const;

  test.each([
    ["a recipient's bank account", "bank-nusa", {}, null],
    ["somebody who is no recipient", "bank-nusa", { membership: null }, "payout-account-not-recipient"],
    ["somebody who was revoked", "bank-nusa", { membership: "revoked" }, "payout-account-not-recipient"],
    ["an account of somebody else", "bank-lestari", { isUsedBySomebodyElse: true }, "payout-account-in-use"],
    ["while the bank pays", "bank-nusa", { hasPaymentUnderWay: true }, "payout-account-payment-processing"],
    ["a wallet on another phone", "dompet-awan", {}, "payout-account-phone-differs"],
    ["a wallet on the own phone", "dompet-awan", { isOwnPhone: true }, null],
  ] as const)("%s", (_, institution, changes, code) => {
    const decision = decideLink(institution, { ...sound, ...changes });
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  test.each([
    [{ exists: false, active: false, belongsToClaim: false }, "payout-account-not-found"],
    [{ exists: true, active: false, belongsToClaim: true }, "payout-account-inactive"],
    [{ exists: true, active: true, belongsToClaim: false }, "payout-account-name-mismatch"],
    [{ exists: true, active: true, belongsToClaim: true }, null],
  ] as const)("the answer %j means %s", (answer, reason) => {
    expect(judgeInquiry(answer)).toBe(reason);
  });

  test("spaces and dots in a number do not count, but two different numbers do", () => {
    const input = { institution: "bank-nusa", number: "1234 5678.90", numberAgain: "1234567890" };
    expect(linkPayoutAccountInput.parse(input)).toMatchObject({ number: "1234567890" });
    const wrong = linkPayoutAccountInput.safeParse({ ...input, numberAgain: "1234567891" });
    expect(wrong.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      ["numberAgain", "account-number-differs"],
    ]);
  });

  test.each([
    ["", "required"],
    ["12ab567890", "number-only"],
    ["1234567", "account-number-length"],
    ["123456789012345678901", "account-number-length"],
  ])("the number %j is refused: %s", (number, code) => {
    const read = linkPayoutAccountInput.safeParse({ institution: "bank-nusa", number, numberAgain: number });
    expect(read.error?.issues[0]?.message).toBe(code);
  });
});

describe("the next step", () => {
  const payment = (label: IncentiveLabel, reason: RepairReason | null = null): IncentiveView => ({
    id: "p" as IncentiveView["id"],
    kind: "job_search",
    sequence: 1,
    amount: 600_000n,
    scheduledFor: new Date("2026-11-25T17:00:00Z"),
    paidAt: null,
    label,
    reason,
  });
  const verified: Pick<PayoutAccount, "status" | "reason"> = { status: "verified", reason: null };

  test.each([
    ["nothing is scheduled", [], null, "none"],
    ["no account", [payment("not-processed")], null, "link"],
    [
      "the account is being checked",
      [payment("not-processed")],
      { status: "checking", reason: null },
      "await-check",
    ],
    [
      "the account was refused",
      [payment("not-processed")],
      { status: "refused", reason: "payout-account-inactive" },
      "repair",
    ],
    [
      "a payment is held",
      [payment("held", "payout-account-limit"), payment("scheduled")],
      verified,
      "repair",
    ],
    [
      "a payment is with the bank",
      [payment("paid"), payment("checking"), payment("scheduled")],
      verified,
      "await-bank",
    ],
    ["the next day is awaited", [payment("paid"), payment("scheduled")], verified, "await-day"],
    ["everything came", [payment("paid"), payment("paid")], verified, "done"],
    ["everything was cancelled", [payment("failed")], null, "none"],
  ] as const)("%s: %s", (_, payments, account, step) => {
    expect(nextStepOf(payments, account).step).toBe(step);
  });
});
