import { describe, expect, it } from "vitest";
import { decideJoin, decideMove, decideNewWave, decideOpening, nextStatus } from "#features/waves/policy.ts";
import { planWaveInput } from "#features/waves/schema.ts";
import type { JoinFacts, Wave, WaveId, WaveStatus } from "#features/waves/types.ts";

const opensAt = new Date("2026-11-24T02:00:00Z");
const closesAt = new Date("2026-12-01T16:59:59Z");
const now = new Date("2026-11-25T00:00:00Z");
const statuses: readonly WaveStatus[] = ["scheduled", "open", "closed", "drawn", "published"];

const wave = (status: WaveStatus): Wave => ({
  id: "wave" as WaveId,
  number: 7,
  schemeCode: "A",
  opensAt,
  closesAt,
  quota: 10,
  status,
});
const codeOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? "yes" : decision.refusal.code;

describe("a wave's life", () => {
  it.each(statuses.flatMap((from) => statuses.map((to) => [from, to] as const)))(
    "from %s to %s",
    (from, to) => {
      const isNext = statuses.indexOf(to) === statuses.indexOf(from) + 1;
      expect(decideMove(wave(from), to).ok).toBe(isNext);
      expect(nextStatus[from] === to).toBe(isNext);
    },
  );

  it.each([
    ["opens when none is open", wave("scheduled"), null, now, "yes"],
    ["does not open while another is open", wave("scheduled"), 6, now, "wave-another-is-open"],
    ["does not open after its end", wave("scheduled"), null, closesAt, "wave-closes-in-past"],
    ["does not open twice", wave("open"), null, now, "wave-wrong-order"],
  ])("%s", (_, planned, other, moment, expected) => {
    expect(codeOf(decideOpening(planned, other, moment))).toBe(expected);
  });
});

describe("joining", () => {
  const ready: JoinFacts = {
    wave: wave("open"),
    verified: true,
    testPassed: true,
    recipient: false,
    blacklisted: false,
    joined: false,
    resultPending: false,
  };

  it.each<[string, Partial<JoinFacts>, Date, string]>([
    ["is for whoever is verified and passed the test", {}, now, "yes"],
    ["is not for people who are not verified", { verified: false }, now, "wave-not-verified"],
    ["is not for people without a passed test", { testPassed: false }, now, "wave-test-not-passed"],
    ["happens once", { joined: true }, now, "wave-already-joined"],
    ["waits for the result of an earlier wave", { resultPending: true }, now, "wave-result-pending"],
    ["is not for recipients", { recipient: true }, now, "wave-already-recipient"],
    ["is not for people on the blacklist", { blacklisted: true }, now, "wave-blacklisted"],
    ["needs a wave", { wave: null }, now, "wave-not-open"],
    ["needs an open wave", { wave: wave("closed") }, now, "wave-not-open"],
    ["ends with the wave's time, closed or not", {}, closesAt, "wave-not-open"],
  ])("%s", (_, changes, moment, expected) => {
    expect(codeOf(decideJoin({ ...ready, ...changes }, moment))).toBe(expected);
  });
});

describe("planning a wave", () => {
  const plan = { number: 8, schemeCode: "A", opensAt, closesAt, quota: 5 };
  const facts = { numberIsTaken: false, schemeExists: true };

  it.each([
    ["a new number with a known scheme", plan, facts, "yes"],
    ["a number that is taken", plan, { ...facts, numberIsTaken: true }, "wave-number-taken"],
    ["a scheme that is unknown", plan, { ...facts, schemeExists: false }, "wave-scheme-unknown"],
    ["an end before the beginning", { ...plan, closesAt: opensAt }, facts, "wave-closes-before-opens"],
  ])("with %s", (_, wanted, known, expected) => {
    expect(codeOf(decideNewWave(wanted, known, now))).toBe(expected);
  });

  it("with an end in the past", () => {
    expect(codeOf(decideNewWave(plan, facts, closesAt))).toBe("wave-closes-in-past");
  });

  it("reads moments as people write them, in WIB; the minute of the end still counts", () => {
    const fields = {
      number: "8",
      schemeCode: "A",
      quota: "5",
      opensAt: "24-11-2026 09.00",
      closesAt: "1/12/2026 23:59",
    };
    expect(planWaveInput.parse(fields)).toEqual({ number: 8, schemeCode: "A", quota: 5, opensAt, closesAt });
    for (const opensAtText of ["31-02-2026 09.00", "24-11-2026 24.00", "besok"]) {
      expect(planWaveInput.safeParse({ ...fields, opensAt: opensAtText }).success).toBe(false);
    }
  });
});
