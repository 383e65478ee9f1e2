import { describe, expect, it } from "vitest";
import { decideEligibility, priorityOf } from "#features/selection/policy/eligibility.ts";
import type { Day } from "#kernel/calendar.ts";

const closing = "2026-12-01" as Day;
const schemeA = { minimumAge: 18, maximumAge: null, excludesOtherAid: true, recipientsPerFamilyCard: 2 };
const schemeB = { ...schemeA, maximumAge: 64, excludesOtherAid: false };
const person = {
  hasFamilyCard: true,
  laidOff: false,
  excluded: false,
  birth: "2000-05-17" as Day,
  verified: true,
  recipient: false,
  blacklisted: false,
  excludedOccupation: false,
  inEducation: false,
  otherAid: false,
  familyRecipients: 0,
};

describe("eligibility", () => {
  it.each<[string, Partial<typeof person>, typeof schemeA | typeof schemeB, string]>([
    ["a grown person without anything against them", {}, schemeA, "yes"],
    ["whom an administrator took out", { excluded: true, verified: false }, schemeA, "entry-excluded"],
    ["whose data did not agree", { verified: false }, schemeA, "entry-data-mismatch"],
    ["without a family card on record", { hasFamilyCard: false }, schemeA, "entry-data-mismatch"],
    ["who is a recipient already", { recipient: true }, schemeA, "entry-already-recipient"],
    ["who is on the blacklist", { blacklisted: true }, schemeA, "entry-blacklisted"],
    ["of an excluded occupation", { excludedOccupation: true }, schemeA, "entry-excluded-occupation"],
    ["in formal education", { inEducation: true }, schemeA, "entry-in-education"],
    ["with other aid, in scheme A", { otherAid: true }, schemeA, "entry-other-aid"],
    ["with other aid, in scheme B", { otherAid: true }, schemeB, "yes"],
    ["who turns 18 on the closing day", { birth: "2008-12-01" as Day }, schemeA, "yes"],
    ["who turns 18 a day later", { birth: "2008-12-02" as Day }, schemeA, "entry-under-age"],
    ["of 64 years, in scheme B", { birth: "1961-12-02" as Day }, schemeB, "yes"],
    ["of 65 years, in scheme B", { birth: "1961-12-01" as Day }, schemeB, "entry-over-age"],
    ["of 80 years, in scheme A", { birth: "1946-01-01" as Day }, schemeA, "yes"],
    ["with one recipient in the family card", { familyRecipients: 1 }, schemeA, "yes"],
    ["with two recipients in the family card", { familyRecipients: 2 }, schemeA, "entry-family-card-full"],
  ])("of a person %s", (_, changes, rules, expected) => {
    const decision = decideEligibility({ ...person, ...changes }, rules, closing);
    expect(decision.ok ? "yes" : decision.refusal.code).toBe(expected);
  });

  it("puts laid-off workers first", () => {
    expect([priorityOf({ laidOff: true }), priorityOf({ laidOff: false })]).toEqual([0, 1]);
  });
});
