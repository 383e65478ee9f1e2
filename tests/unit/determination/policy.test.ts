import { describe, expect, it } from "vitest";
import {
  decideAnswer,
  decideArchive,
  decideDecree,
  decideObjection,
  decidePublication,
  decreeNumberOf,
  objectionUntil,
  successionOf,
  successionSince,
} from "#features/determination/policy.ts";
import { waveStatuses } from "#features/waves/types.ts";

const told = (result: { ok: boolean; value?: unknown; refusal?: { code: string } }) =>
  result.ok ? (result.value ?? "ok") : result.refusal?.code;
const PUBLISHED = new Date("2026-12-09T03:00:00Z");

describe("a wave's last steps", () => {
  const before = waveStatuses.slice(0, waveStatuses.indexOf("reviewed"));
  it("decree after the review, publication after the decree, archive after the publication", () => {
    for (const status of before) expect(told(decideDecree(status))).toBe("determination-not-reviewed");
    expect(told(decideDecree("reviewed"))).toBe("issue");
    for (const status of ["decided", "published", "archived"])
      expect(told(decideDecree(status))).toBe("nothing-to-do");
    for (const status of [...before, "reviewed"])
      expect(told(decidePublication(status))).toBe("determination-not-decided");
    expect(told(decidePublication("decided"))).toBe("publish");
    for (const status of ["published", "archived"])
      expect(told(decidePublication(status))).toBe("nothing-to-do");
    expect(told(decideArchive("decided"))).toBe("determination-not-published");
    expect(told(decideArchive("published"))).toBe("archive");
    expect(told(decideArchive("archived"))).toBe("nothing-to-do");
  });

  it("numbers decrees by wave, supplement and the year in WIB", () => {
    expect(decreeNumberOf(7, 0, new Date("2026-12-31T16:59:59Z"))).toBe("SK-SIM/7/2026");
    expect(decreeNumberOf(7, 2, new Date("2026-12-31T17:00:00Z"))).toBe("SK-SIM/7.2/2027");
  });
});

describe("free places", () => {
  const place = { participantId: "p", waveId: "w", provinceCode: "12", priority: 0 };
  it.each([
    [false, false, null, null],
    [true, false, "12", null],
    [false, true, null, 0],
    [true, true, "12", 0],
  ])(
    "quotas of provinces %s, of groups %s: from %s, group %s",
    (hasProvinceQuotas, hasGroupQuotas, provinceCode, priority) => {
      expect(successionOf(place, { perFamilyCard: 2, hasProvinceQuotas, hasGroupQuotas })).toEqual({
        ...{ perFamilyCard: 2, provinceCode, priority },
      });
    },
  );

  it("go to the order for sixty days, the day of the publication being the first", () => {
    expect(successionSince(new Date("2027-02-06T16:59:59Z")) <= PUBLISHED).toBe(true);
    expect(successionSince(new Date("2027-02-06T17:00:00Z")) <= PUBLISHED).toBe(false);
  });
});

describe("objections", () => {
  const facts = { publishedAt: PUBLISHED, isSelected: false, isFiled: false };
  it("until the fourteenth day, 23.59.59 WIB", () => {
    expect(objectionUntil(PUBLISHED).toISOString()).toBe("2026-12-22T16:59:59.000Z");
    expect(told(decideObjection(facts, objectionUntil(PUBLISHED)))).toBe("ok");
    expect(told(decideObjection(facts, new Date("2026-12-22T17:00:00Z")))).toBe("objection-too-late");
  });
  it.each([
    [null, "objection-wave-unknown"],
    [{ ...facts, publishedAt: null }, "objection-wave-unknown"],
    [{ ...facts, isSelected: true }, "objection-not-needed"],
    [{ ...facts, isFiled: true }, "objection-filed-already"],
  ])("%j: %s", (given, expected) => {
    expect(told(decideObjection(given, PUBLISHED))).toBe(expected);
  });
  it.each([
    [null, "objection-wave-unknown"],
    [{ isAnswered: true, excludedBy: null }, "objection-answered-already"],
    [{ isAnswered: false, excludedBy: "me" }, "objection-of-own-exclusion"],
    [{ isAnswered: false, excludedBy: "somebody else" }, "ok"],
  ])("answered by me, %j: %s", (given, expected) => {
    expect(told(decideAnswer(given, "me"))).toBe(expected);
  });
});
