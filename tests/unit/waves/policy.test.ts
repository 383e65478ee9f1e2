import { describe, expect, it } from "vitest";
import {
  decideClosing,
  decideEditing,
  decideJoin,
  decideMove,
  decideOpening,
  decideOpeningByTime,
  decidePlan,
  decideTimes,
  endsToClose,
  isDueToOpen,
  SECONDS_UNDER_WAY,
  takesPeople,
} from "#features/waves/policy.ts";
import { editWaveInput, planWaveInput } from "#features/waves/schema.ts";
import {
  type JoinFacts,
  type PlanFacts,
  type WavePlan,
  type WaveStatus,
  type WaveTime,
  waveStatuses,
} from "#features/waves/types.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { writeMoment } from "#kernel/written-moment.ts";

const opensAt = new Date("2026-11-24T02:00:00Z");
const closesAt = new Date("2026-12-01T16:59:59Z");
const now = new Date("2026-11-25T00:00:00Z");

const wave = (status: WaveStatus): WaveTime => ({ opensAt, closesAt, status });
const codeOf = (decision: { ok: true } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? "yes" : decision.refusal.code;

describe("a wave's life", () => {
  const life: readonly string[] = [
    "draft scheduled",
    "scheduled draft",
    "scheduled open",
    "open closed",
    "closed frozen",
    "frozen drawn",
    "drawn reviewed",
    "reviewed decided",
    "decided published",
    "published archived",
  ];

  it.each(waveStatuses.flatMap((from) => waveStatuses.map((to) => [from, to] as const)))(
    "from %s to %s",
    (from, to) => {
      const decision = decideMove({ status: from }, to);
      expect(decision.ok).toBe(life.includes(`${from} ${to}`));
      if (!decision.ok) expect(decision.refusal).toEqual({ code: "wave-wrong-order", status: from });
    },
  );

  it.each<[string, WaveTime, number | null, Date, string]>([
    ["opens by command when none is open", wave("scheduled"), null, now, "yes"],
    ["does not open while another is open", wave("scheduled"), 6, now, "wave-another-is-open"],
    ["does not open after its end", wave("scheduled"), null, closesAt, "wave-closes-in-past"],
    ["does not open from a draft", wave("draft"), null, now, "wave-wrong-order"],
    ["does not open twice", wave("open"), null, now, "wave-wrong-order"],
  ])("%s", (_, planned, other, moment, expected) => {
    expect(codeOf(decideOpening(planned, other, moment))).toBe(expected);
  });

  it.each<[string, WaveTime, number | null, Date, string]>([
    ["opens by its time, to the second", wave("scheduled"), null, opensAt, "yes"],
    [
      "does not open by its time earlier",
      wave("scheduled"),
      null,
      addSeconds(opensAt, -0.001),
      "wave-wrong-order",
    ],
    [
      "opens by its time even after its end, to go through all its states",
      wave("scheduled"),
      null,
      closesAt,
      "yes",
    ],
    ["waits with its time while another is open", wave("scheduled"), 6, opensAt, "wave-another-is-open"],
    ["never opens from a draft, whatever the time", wave("draft"), null, opensAt, "wave-wrong-order"],
  ])("%s", (_, planned, other, moment, expected) => {
    expect(codeOf(decideOpeningByTime(planned, other, moment))).toBe(expected);
    if (other === null) expect(isDueToOpen(planned, moment)).toBe(expected === "yes");
  });

  it.each<[string, WaveTime, Date, string]>([
    ["is closed by two before its end", wave("open"), now, "yes"],
    [
      "is closed by nobody from its end on: it closes by itself",
      wave("open"),
      closesAt,
      "wave-closes-by-itself",
    ],
    ["is not closed before it was open", wave("scheduled"), now, "wave-wrong-order"],
    ["is not closed twice", wave("closed"), now, "wave-wrong-order"],
  ])("%s", (_, open, moment, expected) => {
    expect(codeOf(decideClosing(open, moment))).toBe(expected);
  });

  it("is closed by the clock when no command that began in time can be under way any more", () => {
    expect(endsToClose(addSeconds(closesAt, SECONDS_UNDER_WAY))).toEqual(closesAt);
  });

  it.each(waveStatuses)("may be written anew as %s only before its opening", (status) => {
    expect(codeOf(decideEditing({ status }))).toBe(
      status === "draft" || status === "scheduled" ? "yes" : "wave-wrong-order",
    );
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
    ["is possible at the opening moment", {}, opensAt, "yes"],
    ["is not possible a millisecond before", {}, addSeconds(opensAt, -0.001), "wave-not-open"],
    ["is possible up to a millisecond before the end", {}, addSeconds(closesAt, -0.001), "yes"],
    ["ends with the wave's time, closed or not", {}, closesAt, "wave-not-open"],
  ])("%s", (_, changes, moment, expected) => {
    expect(codeOf(decideJoin({ ...ready, ...changes }, moment))).toBe(expected);
  });

  it.each(waveStatuses)("a wave that is %s takes people only when it is open", (status) => {
    expect(takesPeople(wave(status), now)).toBe(status === "open");
    expect(codeOf(decideJoin({ ...ready, wave: wave(status) }, now))).toBe(
      status === "open" ? "yes" : "wave-not-open",
    );
  });
});

describe("planning a wave", () => {
  const plan: WavePlan = {
    number: 8,
    kind: "regular",
    schemeCode: "A",
    opensAt,
    closesAt,
    quota: 5,
    provinces: new Map(),
    groups: new Map(),
  };
  const facts: PlanFacts = { numberIsTaken: false, schemeExists: true, unknownProvince: null, freePlaces: 0 };
  const of = (...places: number[]) => new Map(places.map((part, index) => [`1${index + 1}`, part]));

  it.each<[string, Partial<WavePlan>, Partial<PlanFacts>, string]>([
    ["a new number with a known scheme", {}, {}, "yes"],
    ["a number that is taken", {}, { numberIsTaken: true }, "wave-number-taken"],
    ["a scheme that is unknown", {}, { schemeExists: false }, "wave-scheme-unknown"],
    ["an end before the beginning", { closesAt: opensAt }, {}, "wave-closes-before-opens"],
    ["a beginning in the past, as long as it is a draft", { opensAt: addSeconds(now, -60) }, {}, "yes"],
    ["a province that is none", {}, { unknownProvince: "99" }, "wave-province-unknown"],
    ["parts of provinces that are the whole", { provinces: of(2, 3) }, {}, "yes"],
    ["parts of provinces that leave something", { provinces: of(2, 2) }, {}, "yes"],
    ["parts of provinces above the whole", { provinces: of(2, 4) }, {}, "wave-provinces-above-quota"],
    [
      "limits of groups up to the whole each",
      {
        groups: new Map([
          [0, 5],
          [1, 5],
        ]),
      },
      {},
      "yes",
    ],
    ["a limit of a group above the whole", { groups: new Map([[1, 6]]) }, {}, "wave-groups-above-quota"],
    ["no more places to recover than became free", { kind: "recovery" }, { freePlaces: 5 }, "yes"],
    [
      "more places to recover than became free",
      { kind: "recovery" },
      { freePlaces: 4 },
      "wave-too-few-free-places",
    ],
  ])("with %s", (_, changes, known, expected) => {
    expect(codeOf(decidePlan({ ...plan, ...changes }, { ...facts, ...known }, now))).toBe(expected);
  });

  it("with an end in the past", () => {
    expect(codeOf(decidePlan(plan, facts, closesAt))).toBe("wave-closes-in-past");
  });

  const other = (from: number, to: number) => ({
    number: 7,
    opensAt: addSeconds(opensAt, from),
    closesAt: addSeconds(opensAt, to),
  });
  const length = (closesAt.getTime() - opensAt.getTime()) / 1_000;

  it.each<[string, { number: number; opensAt: Date; closesAt: Date } | null, Date, string]>([
    ["alone", null, opensAt, "yes"],
    ["after its opening moment", null, addSeconds(opensAt, 1), "wave-opens-in-past"],
    ["after its end", null, closesAt, "wave-closes-in-past"],
    ["when another ends as it begins", other(-100, 0), opensAt, "yes"],
    ["when another begins as it ends", other(length, length + 100), opensAt, "yes"],
    ["when another ends a second later", other(-100, 1), opensAt, "wave-overlaps"],
    ["when another begins a second earlier", other(length - 1, length + 100), opensAt, "wave-overlaps"],
    ["when another lies within", other(10, 20), opensAt, "wave-overlaps"],
    ["when another lies around", other(-10, length + 10), opensAt, "wave-overlaps"],
  ])("is announced %s", (_, announced, moment, expected) => {
    expect(codeOf(decideTimes(plan, announced ? [announced] : [], moment))).toBe(expected);
  });
});

describe("the form of a plan", () => {
  const fields = {
    number: "8",
    kind: "regular",
    schemeCode: "A",
    quota: "5",
    opensAt: "24-11-2026 09.00",
    closesAt: "1/12/2026 23:59",
  };

  it("reads moments as people write them, in WIB; the minute of the end still counts", () => {
    expect(planWaveInput.parse(fields)).toEqual({
      number: 8,
      kind: "regular",
      schemeCode: "A",
      quota: 5,
      opensAt,
      closesAt,
      provinces: new Map(),
      groups: new Map(),
    });
    for (const opensAtText of ["31-02-2026 09.00", "24-11-2026 24.00", "besok"]) {
      expect(planWaveInput.safeParse({ ...fields, opensAt: opensAtText }).success).toBe(false);
    }
  });

  it("shows a moment again as it reads it", () => {
    expect([writeMoment(opensAt), writeMoment(closesAt)]).toEqual(["24-11-2026 09.00", "01-12-2026 23.59"]);
  });

  it("reads the parts that are filled in; nought is a part, an empty field is none", () => {
    const parts = {
      "provinces.12": " 3 ",
      "provinces.31": "0",
      "provinces.32": "",
      "groups.0": "2",
      "groups.1": "",
    };
    expect(planWaveInput.parse({ ...fields, ...parts })).toMatchObject({
      provinces: new Map([
        ["12", 3],
        ["31", 0],
      ]),
      groups: new Map([[0, 2]]),
    });
  });

  it.each(["provinces.12", "groups.1"])("says at %s what is no number of places", (field) => {
    const read = planWaveInput.safeParse({ ...fields, [field]: "-1" });
    expect(read.error?.issues).toMatchObject([{ path: field.split("."), message: "number-only" }]);
  });

  it("says everything that is to mend at once", () => {
    const read = planWaveInput.safeParse({ ...fields, opensAt: "besok", quota: "0", "provinces.12": "x" });
    expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual([
      "opensAt",
      "quota",
      "provinces.12",
    ]);
  });

  it.each(["provinces.1", "groups.2"])("knows no field %s", (field) => {
    expect(planWaveInput.safeParse({ ...fields, [field]: "1" }).success).toBe(false);
  });

  it("needs the wave's id when a plan is written anew", () => {
    const waveId = "01a20c83-0000-7000-8000-000000000002";
    expect(editWaveInput.safeParse(fields).success).toBe(false);
    expect(editWaveInput.parse({ ...fields, waveId, "groups.0": "2" })).toMatchObject({
      waveId,
      number: 8,
      groups: new Map([[0, 2]]),
    });
  });
});
