import { describe, expect, it } from "vitest";
import { isDueToMeasure } from "#features/wave-review/policy/measuring.ts";
import { type WaveStatus, waveStatuses } from "#features/waves/types.ts";
import { addSeconds } from "#kernel/calendar.ts";

const now = new Date("2026-11-24T03:00:00Z");
const measured = (status: WaveStatus | null, secondsAgo: number, tookMs = 0) => ({
  askedAt: addSeconds(now, -secondsAgo),
  status,
  tookMs,
});

describe("a wave is measured", () => {
  it("as soon as people can join it, and a plan never", () => {
    const due = waveStatuses.filter((status) => isDueToMeasure(status, null, now));
    expect(due).toEqual(waveStatuses.filter((status) => status !== "draft" && status !== "scheduled"));
  });

  it.each([
    ["open", 59, false],
    ["open", 60, true],
    ["closed", 59, false],
    ["closed", 60, true],
  ] as const)("%s, asked for %i seconds ago: %s, for people still change", (status, seconds, due) => {
    expect(isDueToMeasure(status, measured(status, seconds), now)).toBe(due);
  });

  it.each([
    ["frozen", "closed", true],
    ["frozen", "frozen", false],
    ["drawn", "frozen", true],
    ["reviewed", "drawn", false],
    ["decided", "drawn", false],
    ["published", "decided", true],
    ["published", "published", false],
    ["archived", "published", false],
    ["archived", "drawn", true],
  ] as const)("%s, measured when it was %s: %s", (status, before, due) => {
    expect(isDueToMeasure(status, measured(before, 3_600), now)).toBe(due);
  });

  it("less often when it takes long: at most a twentieth of the time goes into it", () => {
    expect(isDueToMeasure("open", measured("open", 599, 30_000), now)).toBe(false);
    expect(isDueToMeasure("open", measured("open", 600, 30_000), now)).toBe(true);
  });

  it("not again while it is asked for, even when it was never finished", () => {
    expect(isDueToMeasure("drawn", measured(null, 30), now)).toBe(false);
    expect(isDueToMeasure("drawn", measured(null, 60), now)).toBe(true);
  });
});
