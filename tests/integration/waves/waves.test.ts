import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findLastDraws } from "#features/waves/queries/planning.ts";
import {
  findCurrentWave,
  findEntries,
  findSchemeOf,
  findSchemeOfWave,
  findWaveByNumber,
  findWaves,
} from "#features/waves/queries.ts";
import { openAndCloseWavesDue } from "#features/waves/use-cases/open-and-close-waves.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { anApplicantReadyToJoin, aVerifiedApplicant } from "../../support/people.ts";
import {
  aDraft,
  anOpenWave,
  aRecipient,
  aScheduledWave,
  closeByTwo,
  DAY,
  join,
  peopleReadyToJoin,
  setStatus,
  twoAdministrators,
} from "./plans.ts";

let now = new Date("2026-11-24T03:00:00Z");
let admins: readonly [StaffActor, StaffActor];
let steps: { readonly admin: StaffActor; readonly now: Date };

beforeEach(async () => {
  // Each test has a time of its own, when the waves of the others are over.
  now = addSeconds(now, 60 * DAY);
  await openAndCloseWavesDue(now);
  admins ??= await twoAdministrators(now);
  steps = { admin: admins[0], now };
});

const refusedWith = (code: string) =>
  expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) });

describe("joining a wave", () => {
  it("is written down once and shows in the person's history", async () => {
    const waveId = await anOpenWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    expect(await join(sari, waveId, now)).toEqual({ ok: true, value: null });
    expect(await findEntries(sari)).toMatchObject([{ waveId, status: "joined", joinedAt: now }]);
  });

  it("twice at once makes one entry; the second is told so", async () => {
    const waveId = await anOpenWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    const answers = await Promise.all([join(sari, waveId, now), join(sari, waveId, now)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusedWith("wave-already-joined"));
    expect(await findEntries(sari)).toHaveLength(1);
  });

  it("by many at once lets everybody in", async () => {
    const waveId = await anOpenWave(steps);
    const people = await peopleReadyToJoin(now, 20);
    const answers = await Promise.all(people.map((person) => join(person, waveId, now)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await database().waveEntry.count({ where: { waveId } })).toBe(20);
  });

  it("is refused to people who have not passed the test", async () => {
    expect(await join(await aVerifiedApplicant(now), await anOpenWave(steps), now)).toEqual(
      refusedWith("wave-test-not-passed"),
    );
  });

  it("is refused to people who are not verified", async () => {
    const waveId = await anOpenWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    await database().verification.update({ where: { participantId: sari }, data: { status: "checking" } });
    expect(await join(sari, waveId, now)).toEqual(refusedWith("wave-not-verified"));
  });

  it("is refused to recipients", async () => {
    const waveId = await anOpenWave(steps);
    expect(await join(await aRecipient(now, waveId), waveId, now)).toEqual(
      refusedWith("wave-already-recipient"),
    );
  });

  it("is refused to people whose NIK is on the blacklist", async () => {
    const waveId = await anOpenWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    const { nikIndex } = await database().registration.findUniqueOrThrow({ where: { participantId: sari } });
    await database().blacklistEntry.create({
      data: { nikIndex: nikIndex ?? new Uint8Array(), reason: "revoked", since: now },
    });
    expect(await join(sari, waveId, now)).toEqual(refusedWith("wave-blacklisted"));
  });

  it.each([
    ["closed", false],
    ["frozen", false],
    ["drawn", false],
    ["reviewed", false],
    ["decided", false],
    ["published", true],
    ["archived", true],
  ])("while an earlier wave is %s is allowed: %s", async (status, isAllowed) => {
    const first = await anOpenWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    await join(sari, first, now);
    await closeByTwo(first, admins, now);
    await setStatus(first, status);
    const answer = await join(sari, await anOpenWave(steps), now);
    expect(answer).toEqual(isAllowed ? { ok: true, value: null } : refusedWith("wave-result-pending"));
  });

  it("is refused to a draft, and to a scheduled wave before its time", async () => {
    const opensAt = addSeconds(now, 60);
    const sari = await anApplicantReadyToJoin(now);
    for (const waveId of [await aDraft(steps), await aScheduledWave(steps, { opensAt })]) {
      expect(await join(sari, waveId, now)).toEqual(refusedWith("wave-not-open"));
    }
  });

  it("is refused to a wave that nobody planned", async () => {
    const sari = await anApplicantReadyToJoin(now);
    expect(await join(sari, "01a20c83-0000-7000-8000-000000000002", now)).toEqual(
      refusedWith("wave-not-open"),
    );
  });

  it("stays as it was: no other time, no other wave, and nobody is taken out, says the database", async () => {
    const waveId = await anOpenWave(steps);
    const sari = await anApplicantReadyToJoin(now);
    await join(sari, waveId, now);
    const key = { participantId_waveId: { participantId: sari, waveId } };
    const later = database().waveEntry.update({ where: key, data: { joinedAt: addSeconds(now, 1) } });
    await expect(later).rejects.toThrow("who joined a wave, and when, never changes");
    await expect(database().waveEntry.delete({ where: key })).rejects.toThrow("only grows");
  });
});

describe("the wave that people see", () => {
  it("is the next one that is scheduled, and from its time on it is open, opened or not", async () => {
    const opensAt = addSeconds(now, DAY);
    const waveId = await aScheduledWave(steps, { opensAt });
    expect(await findCurrentWave(now)).toMatchObject({ id: waveId, isOpen: false });
    expect(await findCurrentWave(opensAt)).toMatchObject({ id: waveId, isOpen: true, status: "scheduled" });
  });

  it("is none from its closing moment on, closed or not", async () => {
    const closesAt = addSeconds(now, DAY);
    await anOpenWave(steps, { closesAt });
    expect(await findCurrentWave(addSeconds(closesAt, -1))).toMatchObject({ isOpen: true });
    expect(await findCurrentWave(closesAt)).toBeNull();
  });

  it("is never a draft", async () => {
    await aDraft(steps);
    expect(await findCurrentWave(now)).toBeNull();
  });

  it("leads to earlier draws from their freeze on", async () => {
    const waveId = await anOpenWave(steps);
    const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    await closeByTwo(waveId, admins, now);
    expect(await findLastDraws()).not.toContain(number);
    await setStatus(waveId, "frozen");
    expect(await findLastDraws()).toContain(number);
    expect(await findWaveByNumber(number)).toMatchObject({ id: waveId, status: "frozen" });
  });
});

describe("schemes", () => {
  it("are A for everybody who is no recipient yet, and that of the wave afterwards", async () => {
    const waveId = await aDraft(steps, { schemeCode: "B" });
    expect((await findSchemeOfWave(waveId)).parameters.maximumAge).toBe(64);
    expect(await findSchemeOf(await aVerifiedApplicant(now))).toMatchObject({ code: "A" });
    expect(await findSchemeOf(await aRecipient(now, waveId))).toMatchObject({ code: "B" });
  });

  it("decide on a wave as they were at its opening, whatever becomes of them", async () => {
    const waveId = await anOpenWave(steps, { schemeCode: "B" });
    const { parameters } = await findSchemeOfWave(waveId);
    const set = (maximumAge: number | null) =>
      database().scheme.update({
        where: { code: "B" },
        data: { parameters: { ...parameters, surveyDays: [...parameters.surveyDays], maximumAge } },
      });
    await set(50);
    expect((await findSchemeOfWave(waveId)).parameters.maximumAge).toBe(64);
    expect((await findSchemeOfWave(await aDraft(steps, { schemeCode: "B" }))).parameters.maximumAge).toBe(50);
    await set(64);
  });

  it("are listed with the waves, latest first", async () => {
    const waveId = await aDraft(steps);
    const { rows } = await findWaves();
    expect(rows.find(({ id }) => id === waveId)).toMatchObject({
      status: "draft",
      parameters: null,
      ruleVersion: null,
    });
    expect(rows.map((row) => row.number)).toEqual(
      rows.map((row) => row.number).toSorted((one, other) => other - one),
    );
  });
});
