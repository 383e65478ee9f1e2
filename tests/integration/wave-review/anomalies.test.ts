import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { findAnomalies } from "#features/wave-review/queries/anomalies.ts";
import { viewSample } from "#features/wave-review/queries/sample.ts";
import type { AnomalyKind } from "#features/wave-review/types.ts";
import { measureWaveReaction } from "#features/wave-review/use-cases/measure-wave.ts";
import { measureWavesDue } from "#features/wave-review/use-cases/measure-waves.ts";
import { findWave } from "#features/waves/queries.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { insertAccount, insertWave } from "../../../prisma/seed/people.ts";
import { type Facts, insertCrowd, fine as unnamed } from "../selection/crowds.ts";
import { opening, putAside, theStaff } from "../selection/drawing.ts";

/** With a family card of their own. */
const fine: Facts = { ...unnamed, family: "" };

let number = 500;
let looks = 0;

/** An open wave; everybody joins in a minute of their own, unless a minute is given. */
async function aWave(people: readonly ParticipantId[], minuteOf = (index: number) => index): Promise<string> {
  number += 1;
  const waveId = await insertWave(number, 10, opening);
  await database().waveEntry.createMany({
    data: people.map((participantId, index) => ({
      ...{ participantId, waveId },
      joinedAt: addSeconds(opening, minuteOf(index) * 60),
    })),
  });
  return waveId;
}

async function measure(waveId: string) {
  looks += 1;
  await measureWavesDue(addSeconds(opening, looks * 600));
  await measureWaveReaction({ waveId });
  return findAnomalies(waveId);
}

const people = (count: number, changes: Partial<Facts> = {}) =>
  insertCrowd(Array.from({ length: count }, () => ({ ...fine, ...changes })));

const live = (ids: readonly ParticipantId[], data: { districtCode?: string; villageCode?: string }) =>
  database().registration.updateMany({ where: { participantId: { in: [...ids] } }, data });

async function shown(waveId: string, kind: AnomalyKind, mark: string): Promise<readonly string[]> {
  const wave = await findWave(waveId);
  if (!wave) throw new Error("there is no such wave");
  const filter = { province: null, verdict: null, anomaly: { kind, mark } };
  const { rows } = await viewSample((await theStaff())[0], wave, { seed: 5, filter });
  return rows.map(({ participantId }) => participantId).toSorted();
}

async function anOfficer(): Promise<string> {
  const email = `dinas-${randomUUID().slice(0, 8)}@example.test`;
  const id = await insertAccount({ email, name: "Petugas Dinas" }, { now: opening, role: "officer" });
  await database().officeRegion.create({ data: { accountId: id, regencyCode: "12.75" } });
  return id;
}

describe("what stands out in a wave", () => {
  it("is five people of one family card, and four are a family", async () => {
    const family = await people(5, { family: "five" });
    const waveId = await aWave([...family, ...(await people(4, { family: "four" })), ...(await people(3))]);
    const groups = await measure(waveId);
    expect(groups).toMatchObject([
      { kind: "family-card", alike: 1, largest: [{ found: 5, usual: null, place: null }] },
    ]);
    expect(await shown(waveId, "family-card", groups[0]?.largest[0]?.mark ?? "")).toEqual(family.toSorted());
    expect(await shown(waveId, "family-card", "0123456789ab")).toEqual([]);
    await putAside(waveId);
  });

  it("is six people of one village with one birthday, but not one that stands for an unknown day", async () => {
    const together = await people(6, { birth: "1999-03-14" });
    const unknown = await people(9, { birth: "1980-07-01" });
    const elsewhere = await people(6, { birth: "1999-03-15" });
    await live([...together, ...unknown, ...elsewhere.slice(0, 5)], { villageCode: "12.75.01.1001" });
    await live(elsewhere.slice(5), { villageCode: "12.75.01.1002" });
    const waveId = await aWave([...together, ...unknown, ...elsewhere]);
    const groups = await measure(waveId);
    expect(groups).toMatchObject([
      { kind: "same-birth", alike: 1, largest: [{ found: 6, place: expect.any(String) }] },
    ]);
    expect(await shown(waveId, "same-birth", groups[0]?.largest[0]?.mark ?? "")).toEqual(together.toSorted());
    await putAside(waveId);
  });

  it("is a minute with fifty joins where others have one", async () => {
    const crowd = await people(70);
    const waveId = await aWave(crowd, (index) => (index < 50 ? 0 : index));
    const groups = await measure(waveId);
    expect(groups).toMatchObject([
      { kind: "joins-in-a-minute", alike: 1, largest: [{ found: 50, usual: 1 }] },
    ]);
    expect(groups[0]?.largest[0]?.subject).toBe("2026-11-24T03:00:00Z");
    const sample = await shown(waveId, "joins-in-a-minute", groups[0]?.largest[0]?.mark ?? "");
    expect(sample).toHaveLength(20);
    expect(crowd.slice(0, 50)).toEqual(expect.arrayContaining([...sample]));
    await putAside(waveId);
  });

  it("is a district with far more than its share of the waves before", async () => {
    const before = await people(200);
    await live(before.slice(0, 180), { districtCode: "12.75.01" });
    await live(before.slice(180), { districtCode: "12.75.02" });
    const earlier = await aWave(before);
    expect(await measure(earlier)).toEqual([]);
    await putAside(earlier);
    const now = await people(200);
    await live(now.slice(0, 100), { districtCode: "12.75.01" });
    await live(now.slice(100), { districtCode: "12.75.02" });
    const waveId = await aWave(now);
    const groups = await measure(waveId);
    expect(groups).toMatchObject([
      { kind: "district-share", alike: 1, largest: [{ subject: "12.75.02", found: 100 }] },
    ]);
    expect(groups[0]?.largest[0]?.usual).toBeGreaterThan(15);
    expect(groups[0]?.largest[0]?.usual).toBeLessThan(30);
    await putAside(waveId);
  });

  it("is one officer with sixty people where others have two", async () => {
    const helped = await people(66);
    const [busy, second, third, fourth] = [
      await anOfficer(),
      await anOfficer(),
      await anOfficer(),
      await anOfficer(),
    ];
    const officerOf = (index: number) =>
      index < 60 ? busy : ([second, third, fourth][(index - 60) >> 1] ?? busy);
    await database().assistedRegistration.createMany({
      data: helped.map((participantId, index) => ({
        ...{ participantId, officerId: officerOf(index), regencyCode: "12.75", consentVersion: 1 },
        ...{
          consentMethod: "signed_paper" as const,
          consentAt: opening,
          source: "form" as const,
          createdAt: opening,
        },
      })),
    });
    const waveId = await aWave(helped);
    const groups = await measure(waveId);
    expect(groups).toMatchObject([
      {
        kind: "one-officer",
        alike: 1,
        largest: [{ subject: busy, found: 60, usual: 2, place: expect.any(String) }],
      },
    ]);
    expect(await shown(waveId, "one-officer", groups[0]?.largest[0]?.mark ?? "")).toHaveLength(20);
    await putAside(waveId);
  });

  it("goes away when it is no longer so, and stays with the wave only", async () => {
    const waveId = await aWave(await people(12));
    expect(await measure(waveId)).toEqual([]);
    await putAside(waveId);
  });
});
