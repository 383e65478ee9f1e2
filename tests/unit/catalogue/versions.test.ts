import { describe, expect, test } from "vitest";
import { changedFacts } from "#features/catalogue/policy/changes.ts";
import { decideOwnership, decideOwnershipEnd } from "#features/catalogue/policy/ownership.ts";
import { decideSchedule, decideScheduleCancellation } from "#features/catalogue/policy/schedules.ts";
import {
  decideConflict,
  decideJudgement,
  decideSubmission,
  decideWriting,
  slugOf,
} from "#features/catalogue/policy/versions.ts";
import { qualityPoints, type VersionState, type VersionStatus } from "#features/catalogue/types/authoring.ts";
import type { CourseId, ScheduleId } from "#features/catalogue/types.ts";
import { addSeconds, type Day } from "#kernel/calendar.ts";

const now = new Date("2026-11-24T03:00:00Z");
const MINE = "balai-karya-sentana";

function version(status: VersionStatus, number = 3): VersionState {
  return { courseId: "a" as CourseId, version: number, providerSlug: MINE, status };
}

describe("a version of a course", () => {
  test.each<[VersionStatus | null, object]>([
    [null, { ok: true, value: { version: 1, isNew: true } }],
    ["draft", { ok: true, value: { version: 3, isNew: false } }],
    ["approved", { ok: true, value: { version: 4, isNew: true } }],
    ["refused", { ok: true, value: { version: 4, isNew: true } }],
    ["submitted", { ok: false, refusal: { code: "course-in-review" } }],
  ])("is written when the newest is %s", (status, decision) => {
    expect(decideWriting(status && version(status), MINE)).toEqual(decision);
  });

  test.each<[VersionStatus, boolean]>([
    ["draft", true],
    ["submitted", false],
    ["approved", false],
    ["refused", false],
  ])("is handed in from %s: %s", (status, allowed) => {
    expect(decideSubmission(version(status), MINE).ok).toBe(allowed);
  });

  test.each<[VersionStatus, boolean]>([
    ["draft", false],
    ["submitted", true],
    ["approved", false],
    ["refused", false],
  ])("is decided from %s: %s, either way", (status, allowed) => {
    const checked = [...qualityPoints];
    expect(decideJudgement(version(status), { decision: "approve", checked, note: null }).ok).toBe(allowed);
    expect(decideJudgement(version(status), { decision: "return", checked: [], note: "Perbaiki." }).ok).toBe(
      allowed,
    );
  });

  test("of somebody else is unknown", () => {
    expect(decideWriting(version("draft"), "lain")).toMatchObject({ refusal: { code: "course-unknown" } });
    expect(decideSubmission(version("draft"), "lain")).toMatchObject({ refusal: { code: "course-unknown" } });
  });

  test.each(qualityPoints)("is not approved while %s is not met", (point) => {
    const checked = qualityPoints.filter((other) => other !== point);
    expect(decideJudgement(version("submitted"), { decision: "approve", checked, note: "Baik." })).toEqual({
      ok: false,
      refusal: { code: "course-checklist-incomplete", missing: 1 },
    });
  });

  test("goes back only with a note", () => {
    const refused = decideJudgement(version("submitted"), { decision: "return", checked: [], note: null });
    expect(refused).toMatchObject({ refusal: { code: "course-note-missing" } });
  });

  test("is refused by an ownership in words", () => {
    const standing = {
      ...{ platformSlug: "p", providerSlug: MINE, platformName: "Kelas Sagu", providerName: "Balai" },
      ground: "Akta 12",
    };
    expect(decideConflict(null).ok).toBe(true);
    expect(decideConflict(standing)).toEqual({
      ok: false,
      refusal: { code: "course-conflict", platform: "Kelas Sagu", provider: "Balai", ground: "Akta 12" },
    });
  });

  test.each([
    ["Merangkai Bunga: Dasar!", "merangkai-bunga-dasar"],
    ["Café & Kopi", "cafe-kopi"],
    ["日本語", "pelatihan"],
  ])("%s gets the address %s", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test("says which facts changed", () => {
    const before = { title: "a", outcomes: ["x"], price: 1 };
    expect(changedFacts(before, { title: "a", outcomes: ["x", "y"], price: 2 })).toEqual([
      "outcomes",
      "price",
    ]);
    expect(changedFacts(before, { ...before, outcomes: ["x"] })).toEqual([]);
  });
});

describe("a schedule", () => {
  const starts = addSeconds(now, 2 * 86_400);
  const room = { startsAt: starts, endsAt: addSeconds(starts, 3600), place: "Aula", seats: 10 };

  test("of a course in a room is taken", () => {
    expect(decideSchedule("face_to_face", room, 4, now)).toEqual({ ok: true, value: room });
  });

  test.each<[string, object, string]>([
    ["no start", { startsAt: null }, "schedule-start-missing"],
    ["no end", { endsAt: null }, "schedule-end-missing"],
    ["a start in 23 hours", { startsAt: addSeconds(now, 23 * 3600) }, "schedule-starts-too-soon"],
    ["an end at its start", { endsAt: starts }, "schedule-ends-before-start"],
    ["an end in five months", { endsAt: addSeconds(starts, 150 * 86_400) }, "schedule-too-long"],
    ["no place", { place: null }, "schedule-place-missing"],
  ])("with %s is refused", (_what, spoilt, code) => {
    expect(decideSchedule("face_to_face", { ...room, ...spoilt }, 0, now)).toMatchObject({
      refusal: { code },
    });
  });

  test("of a webinar needs an address, and a self-paced course needs neither time nor place, once", () => {
    expect(decideSchedule("webinar", room, 0, now)).toMatchObject({
      refusal: { code: "schedule-address-not-valid" },
    });
    expect(decideSchedule("webinar", { ...room, place: "https://a.test/b" }, 0, now).ok).toBe(true);
    expect(decideSchedule("self_paced", room, 0, now)).toEqual({
      ok: true,
      value: { startsAt: null, endsAt: null, place: null, seats: 10 },
    });
    expect(decideSchedule("self_paced", room, 1, now)).toMatchObject({
      refusal: { code: "schedule-stands-already" },
    });
  });

  test("is called off before it begins, once", () => {
    const standing = {
      ...{ id: "s" as ScheduleId, courseId: "c" as CourseId, startsAt: starts, cancelledAt: null, buyers: 2 },
    };
    expect(decideScheduleCancellation(standing, now).ok).toBe(true);
    expect(decideScheduleCancellation({ ...standing, startsAt: null }, now).ok).toBe(true);
    expect(decideScheduleCancellation(standing, starts)).toMatchObject({
      refusal: { code: "schedule-has-begun" },
    });
    expect(decideScheduleCancellation({ ...standing, cancelledAt: now }, now)).toMatchObject({
      refusal: { code: "schedule-cancelled-before" },
    });
    expect(decideScheduleCancellation(null, now)).toMatchObject({ refusal: { code: "schedule-unknown" } });
  });
});

describe("the ownership register", () => {
  const [yesterday, today, tomorrow] = ["2026-11-23", "2026-11-24", "2026-11-25"] as Day[] as [Day, Day, Day];
  const known = { platformExists: true, providerExists: true, standsAlready: false, beganThatDay: false };

  test.each<[object, Day, string | null]>([
    [{}, today, null],
    [{ platformExists: false }, today, "ownership-platform-unknown"],
    [{ providerExists: false }, today, "ownership-provider-unknown"],
    [{ standsAlready: true }, today, "ownership-stands-already"],
    [{ beganThatDay: true }, today, "ownership-began-before"],
    [{}, tomorrow, "ownership-in-future"],
  ])("with %j since %s answers %s", (spoilt, since, code) => {
    const decision = decideOwnership({ ...known, ...spoilt }, since, today);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  test.each<[Day | null, Day, string | null]>([
    [yesterday, today, null],
    [today, today, null],
    [null, today, "ownership-unknown"],
    [today, yesterday, "ownership-ends-before-start"],
    [yesterday, tomorrow, "ownership-in-future"],
  ])("since %s until %s answers %s", (since, until, code) => {
    const decision = decideOwnershipEnd(since, until, today);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });
});
