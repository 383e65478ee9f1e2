import { expect, test } from "vitest";
import { isClassListOpen } from "#features/partners/policy/class-list.ts";

const endsAt = new Date("2026-11-24T09:00:00Z");

test.each([
  ["weeks before", "face_to_face", endsAt, "2026-11-01T00:00:00Z", true],
  ["of a webinar too", "webinar", endsAt, "2026-11-24T03:00:00Z", true],
  ["until the fourteenth day's last moment in WIB", "face_to_face", endsAt, "2026-12-08T16:59:59Z", true],
  ["not on the fifteenth", "face_to_face", endsAt, "2026-12-08T17:00:00Z", false],
  ["never of what is learned at any time", "self_paced", endsAt, "2026-11-24T03:00:00Z", false],
  ["nor without a time", "webinar", null, "2026-11-24T03:00:00Z", false],
] as const)("a class is read by name %s", (_, mode, ends, now, isOpen) => {
  expect(isClassListOpen({ mode, endsAt: ends }, new Date(now))).toBe(isOpen);
});
