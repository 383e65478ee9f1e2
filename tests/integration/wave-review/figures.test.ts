import { describe, expect, it } from "vitest";
import { decideEligibility } from "#features/selection/policy/eligibility.ts";
import { findRegisterFacts } from "#features/verification/queries.ts";
import { findEarlierFigures, findFigures } from "#features/wave-review/queries/figures.ts";
import type { ShownDimension, WaveFigures } from "#features/wave-review/types.ts";
import { measureWaveReaction } from "#features/wave-review/use-cases/measure-wave.ts";
import { measureWavesDue } from "#features/wave-review/use-cases/measure-waves.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import { addSeconds, ageOn, type Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { insertEntry, insertWave } from "../../../prisma/seed/people.ts";
import { below, type Facts, insertCrowd, fine as unnamed } from "../selection/crowds.ts";
import { aClosedWave, draw, freeze, minutesOn, opening, putAside, theStaff } from "../selection/drawing.ts";

/** With a family card of their own. */
const fine: Facts = { ...unnamed, family: "" };

const CLOSING_DAY = "2026-12-08" as Day;
const some = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
const rarely = () => below(10) === 0;

function anybody(): Facts {
  return {
    ...{ verified: !rarely(), recipient: false, barred: rarely(), reviewed: rarely(), excluded: rarely() },
    statements: {
      inEducation: rarely(),
      otherAid: rarely(),
      ...(rarely() ? { employment: "laid-off" } : {}),
    },
    birth: rarely()
      ? null
      : some([
          "1961-12-08",
          "1961-12-09",
          "2001-12-09",
          "2001-12-08",
          "2008-12-08",
          "2008-12-09",
          "1980-02-29",
        ]),
    province: rarely() ? null : some(["12", "31", "94"]),
    family: rarely() ? null : "",
    listed: rarely()
      ? [
          {
            register: some(["social_aid", "priority", "education"] as const),
            since: "2026-01-01",
            until: null,
          },
        ]
      : [],
  };
}

const ages = [
  [18, "under-18"],
  [25, "18-24"],
  [35, "25-34"],
  [45, "35-44"],
  [55, "45-54"],
  [65, "55-64"],
  [999, "over-64"],
] as const;

type Kept =
  Awaited<ReturnType<typeof findRegisterFacts>> extends ReadonlyMap<unknown, infer Each> ? Each : never;

function factsOf({ statements, birth, family, ...facts }: Facts, kept: Kept | undefined) {
  return {
    ...facts,
    birth: birth as Day | null,
    hasFamilyCard: family !== null,
    blacklisted: facts.barred || kept?.blacklisted === true,
    excludedOccupation: kept?.excludedOccupation === true,
    inEducation: statements.inEducation === true || kept?.inEducation === true,
    otherAid: statements.otherAid === true || kept?.receivesAid === true,
    laidOff: statements.employment === "laid-off" || kept?.priority === true,
    familyRecipients: 0,
  };
}

function ageLabel(birth: Day | null): string {
  if (birth === null) return "unknown";
  const age = ageOn(birth, CLOSING_DAY);
  return ages.find(([limit]) => age < limit)?.[1] ?? "";
}

const answerTo = (disability: string | null) => (disability === "none" ? "no" : "yes");

type Traits = {
  readonly gender: string | null;
  readonly education: string | null;
  readonly disability: string | null;
};

function labelsOf(facts: ReturnType<typeof factsOf>, person: Traits) {
  return {
    province: facts.province ?? "unknown",
    gender: person.gender ?? "unknown",
    age: ageLabel(facts.birth),
    education: person.education ?? "unknown",
    disability: person.disability ? answerTo(person.disability) : "unknown",
    priority: facts.laidOff ? "first" : "other",
  } satisfies Record<Exclude<ShownDimension, "outcome" | "verdict">, string>;
}

/** Everybody one by one, by the policy. */
async function naively(waveId: string, people: readonly ParticipantId[], crowd: readonly Facts[]) {
  const { parameters } = await findSchemeOfWave(waveId);
  const listed = await findRegisterFacts(people, CLOSING_DAY);
  const counts = new Map<string, { joined: number; eligible: number }>();
  for (const [index, id] of people.entries()) {
    const facts = factsOf(crowd[index] ?? fine, listed.get(id));
    const person = await database().registration.findUniqueOrThrow({ where: { participantId: id } });
    const decision = decideEligibility(facts, parameters, CLOSING_DAY);
    const labels = labelsOf(facts, person);
    const verdict = decision.ok ? "eligible" : decision.refusal.code;
    for (const key of [
      "all",
      `verdict ${verdict}`,
      ...Object.entries(labels).map((pair) => pair.join(" ")),
    ]) {
      const count = counts.get(key) ?? { joined: 0, eligible: 0 };
      counts.set(key, { joined: count.joined + 1, eligible: count.eligible + (decision.ok ? 1 : 0) });
    }
  }
  return Object.fromEntries(counts);
}

function asCounted(figures: WaveFigures) {
  const { outcome: _, ...by } = figures.by;
  const tallies = Object.entries(by).flatMap(([dimension, rows]) =>
    rows.map(({ label, joined, eligible }) => [`${dimension} ${label}`, { joined, eligible }] as const),
  );
  const { joined, eligible } = figures.all;
  return { all: { joined, eligible }, ...Object.fromEntries(tallies) };
}

async function measure(waveId: string, now: Date): Promise<WaveFigures> {
  expect(await measureWavesDue(now)).toBeGreaterThan(0);
  await measureWaveReaction({ waveId }, { now });
  const figures = await findFigures(waveId);
  if (!figures) throw new Error("there are no figures");
  return figures;
}

async function aCrowdedWave() {
  const crowd = Array.from({ length: 300 }, anybody);
  const people = await insertCrowd(crowd);
  const [first] = await theStaff();
  for (const id of people) {
    const traits = {
      gender: some(["female", "male", null] as const),
      education: some(["bachelor", "primary", null]),
      disability: some(["none", "visual", null]),
    };
    await database().registration.update({ where: { participantId: id }, data: traits });
  }
  const waveId = await aClosedWave(people, 20);
  for (const [index, participantId] of people.entries()) {
    if (!crowd[index]?.excluded) continue;
    const by = { excludedBy: first.accountId, excludedAt: minutesOn(0) };
    const why = { reason: "own-request", note: "Meminta lewat telepon." };
    await database().waveExclusion.create({ data: { waveId, participantId, ...why, ...by } });
  }
  return { waveId, people, crowd };
}

describe("the figures of a wave", () => {
  it("are what a slow count of everybody gives, before and after the list is fixed, and the draw adds the selected", async () => {
    const { waveId, people, crowd } = await aCrowdedWave();
    expect(await findFigures(waveId)).toBeNull();
    const expected = await naively(waveId, people, crowd);
    const closed = await measure(waveId, minutesOn(1));
    expect(asCounted(closed)).toEqual(expected);
    expect(closed.all.joined).toBe(300);
    expect(closed).toMatchObject({ status: "closed", measuredAt: minutesOn(1) });
    expect(closed.by.outcome).toMatchObject([{ label: "not_drawn", joined: 300, selected: 0 }]);

    await draw(waveId);
    const drawn = await measure(waveId, minutesOn(80));
    expect(asCounted(drawn)).toEqual(expected);
    expect(drawn.all.selected).toBe(20);
    expect(drawn.by.outcome.find(({ label }) => label === "selected")).toMatchObject({
      joined: 20,
      selected: 20,
    });
    const bySex = drawn.by.gender.reduce((sum, { selected }) => sum + selected, 0);
    expect(bySex).toBe(20);
    await putAside(waveId);
  });

  it("and the list that is fixed say the same of every single person", async () => {
    const { waveId, crowd } = await aCrowdedWave();
    expect(crowd.length).toBe(300);
    const { parameters } = await findSchemeOfWave(waveId);
    await freeze(waveId);
    const [differing] = await database().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        (SELECT * FROM frozen_entry WHERE wave_id = ${waveId}::uuid EXCEPT SELECT * FROM judged_entries(${waveId}::uuid, '2026-12-08',
          ${parameters.minimumAge}::int, ${parameters.maximumAge}::int, ${parameters.excludesOtherAid}::boolean, ${parameters.recipientsPerFamilyCard}::int, NULL))
      ) AS differing`;
    expect(differing?.count).toBe(0);
    expect(await database().frozenEntry.count({ where: { waveId } })).toBe(300);
    await putAside(waveId);
  });

  it("of an open wave are asked for once a minute, whoever looks how often", async () => {
    const waveId = await insertWave(700, 10, opening);
    const [one] = await insertCrowd([fine]);
    if (one) await insertEntry(one, waveId, opening);
    const asked = async (seconds: number) => {
      await measureWavesDue(addSeconds(opening, seconds));
      return (await database().waveMeasure.findUniqueOrThrow({ where: { waveId } })).askedAt;
    };
    expect(await asked(60)).toEqual(addSeconds(opening, 60));
    expect(await asked(90)).toEqual(addSeconds(opening, 60));
    expect(await asked(120)).toEqual(addSeconds(opening, 120));
    await measureWaveReaction({ waveId }, { now: addSeconds(opening, 121) });
    await measureWaveReaction({ waveId }, { now: addSeconds(opening, 122) });
    expect((await findFigures(waveId))?.all).toEqual({ joined: 1, eligible: 1, selected: 0 });
    await putAside(waveId);
  });

  it("stand beside those of the last two published waves before it, latest first", async () => {
    for (const number of [710, 711, 712]) {
      const waveId = await insertWave(number, 10, opening);
      const [one] = await insertCrowd([fine]);
      if (one) await insertEntry(one, waveId, opening);
      await measureWavesDue(addSeconds(opening, 86_400 + number * 100));
      await measureWaveReaction({ waveId });
      await putAside(waveId);
    }
    expect((await findEarlierFigures(713)).map(({ number }) => number)).toEqual([712, 711]);
    expect((await findEarlierFigures(711))[0]?.number).toBe(710);
  });

  it("cannot hold more eligible people than joined", async () => {
    const waveId = await insertWave(720, 10, opening);
    await database().waveMeasure.create({ data: { waveId, askedAt: opening } });
    const tally = (changes: object) =>
      database().waveTally.create({
        data: {
          waveId,
          dimension: "gender",
          label: "female",
          joined: 2,
          eligible: 1,
          selected: 1,
          ...changes,
        },
      });
    await expect(tally({ eligible: 3 })).rejects.toThrow("wave_tally_adds_up");
    await expect(tally({ selected: 2 })).rejects.toThrow("wave_tally_adds_up");
    await expect(tally({ dimension: "religion" })).rejects.toThrow("wave_tally_dimension");
    await expect(tally({})).resolves.toMatchObject({ joined: 2 });
    await putAside(waveId);
  });
});
