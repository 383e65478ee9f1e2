import { describe, expect, test } from "vitest";
import {
  consentMoment,
  decideAssistance,
  isOpenTo,
  mayShowSlip,
  statusOf,
} from "#features/assisted-registration/policy.ts";
import { addSeconds } from "#kernel/calendar.ts";

const now = new Date("2026-11-24T03:00:00Z");
const binjai = { code: "12.75", name: "Kota Binjai" };
const DAY = 86_400;

describe("an office helps people of its own region", () => {
  test.each([
    ["a village of the region", binjai, "12.75.02.1001", null],
    ["a village of the neighbouring regency", binjai, "12.05.02.1001", "assist-other-region"],
    [
      "a region whose code only begins alike",
      { code: "12.7", name: "x" },
      "12.75.02.1001",
      "assist-other-region",
    ],
    ["an office without a region", null, "12.75.02.1001", "assist-no-region"],
  ])("%s", (_, region, villageCode, refusal) => {
    const decision = decideAssistance(region, villageCode);
    expect(decision.ok ? null : decision.refusal.code).toBe(refusal);
  });
});

describe("what an office may still touch", () => {
  const assisted = { regencyCode: "12.75", submittedAt: null, takenOverAt: null };
  test.each([
    ["a form of its region that is under way", binjai, {}, true],
    ["a form that was sent", binjai, { submittedAt: now }, false],
    ["an account that was taken over", binjai, { takenOverAt: now }, false],
    ["a form of another region", { code: "12.71" }, {}, false],
    ["anything, without a region", null, {}, false],
  ])("%s", (_, region, changes, open) => {
    expect(isOpenTo(region, { ...assisted, ...changes })).toBe(open);
  });
});

test.each([
  ["photo", null, null, null, "photos-missing"],
  ["selfie", null, null, null, "photos-missing"],
  ["review", null, null, null, "draft"],
  [null, null, null, null, "draft"],
  ["submitted", "pending", now, null, "submitted"],
  ["submitted", "in_review", now, null, "submitted"],
  ["submitted", "verified", now, null, "verified"],
  ["statements", "refused", now, null, "refused"],
  ["submitted", "verified", now, now, "taken-over"],
])("at %s, verification %s, the list says so", (step, verification, submittedAt, takenOverAt, status) => {
  expect(statusOf({ step, verification, submittedAt, takenOverAt })).toBe(status);
});

test.each([
  ["an hour ago on the device", addSeconds(now, -3_600), addSeconds(now, -3_600)],
  ["29 days ago", addSeconds(now, -29 * DAY), addSeconds(now, -29 * DAY)],
  ["longer ago than a form may wait", addSeconds(now, -31 * DAY), now],
  ["in the future of a wrong clock", addSeconds(now, 60), now],
  ["on the page, just now", null, now],
])("consent given %s", (_, claimed, moment) => {
  expect(consentMoment(claimed, now)).toEqual(moment);
});

test.each([
  ["never", null, true],
  ["half a minute ago, when the printer jammed", addSeconds(now, -30), true],
  ["two minutes ago", addSeconds(now, -120), false],
])("a code on paper that was shown %s", (_, firstShownAt, may) => {
  expect(mayShowSlip(firstShownAt, now)).toBe(may);
});
