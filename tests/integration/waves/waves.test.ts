import { beforeEach, describe, expect, it } from "vitest";
import type { ParticipantActor, StaffActor } from "#authorization/actor.ts";
import {
  findCurrentWave,
  findEntries,
  findSchemeOf,
  findSchemeOfWave,
  findWaves,
} from "#features/waves/queries.ts";
import { closeWave } from "#features/waves/use-cases/close-wave.ts";
import { joinWave } from "#features/waves/use-cases/join-wave.ts";
import { openAndCloseWavesDue } from "#features/waves/use-cases/open-and-close-waves.ts";
import { openWave } from "#features/waves/use-cases/open-wave.ts";
import { planWave } from "#features/waves/use-cases/plan-wave.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import {
  anAdministrator,
  anApplicantReadyToJoin,
  aVerifiedApplicant,
  recipients,
} from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
const day = 86_400;
let number = 0;
let admin: StaffActor;

beforeEach(async () => {
  admin ??= {
    role: "administrator",
    accountId: (await anAdministrator(now)) as AccountId,
    providerSlug: null,
  };
  // Waves of other tests are over.
  for (const [from, to] of [
    ["scheduled", "open"],
    ["open", "closed"],
  ] as const) {
    await database().wave.updateMany({ where: { status: from }, data: { status: to } });
  }
  await database().wave.updateMany({ where: { status: "closed" }, data: { status: "drawn" } });
  await database().wave.updateMany({ where: { status: "drawn" }, data: { status: "published" } });
});

async function plan(changes: { opensAt?: Date; closesAt?: Date; number?: number; schemeCode?: string } = {}) {
  number += 1;
  const wave = {
    number,
    schemeCode: "A",
    opensAt: now,
    closesAt: addSeconds(now, 7 * day),
    quota: 3,
    ...changes,
  };
  return inOneTransaction(admin, (work) => planWave(work, wave), { now });
}

async function anOpenWave(changes: { closesAt?: Date } = {}): Promise<string> {
  const planned = await plan(changes);
  if (!planned.ok) throw new Error(planned.refusal.code);
  await inOneTransaction(admin, (work) => openWave(work, planned.value), { now });
  return planned.value.waveId;
}

function join(participantId: ParticipantId, waveId: string, at = now) {
  const actor: ParticipantActor = { role: "participant", participantId };
  return inOneTransaction(actor, (work) => joinWave(work, { waveId }), { now: at });
}

const statusOf = async (id: string) => (await database().wave.findUniqueOrThrow({ where: { id } })).status;
const refusedWith = (code: string) =>
  expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) });

describe("joining a wave", () => {
  it("is written down once and shows in the person's history", async () => {
    const waveId = await anOpenWave();
    const sari = await anApplicantReadyToJoin(now);
    expect(await join(sari, waveId)).toEqual({ ok: true, value: null });
    expect(await findEntries(sari)).toMatchObject([{ waveId, status: "joined", joinedAt: now }]);
  });

  it("twice at once makes one entry; the second is told so", async () => {
    const waveId = await anOpenWave();
    const sari = await anApplicantReadyToJoin(now);
    const answers = await Promise.all([join(sari, waveId), join(sari, waveId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusedWith("wave-already-joined"));
    expect(await findEntries(sari)).toHaveLength(1);
  });

  it("by many at once lets everybody in", async () => {
    const waveId = await anOpenWave();
    const people = await Promise.all(Array.from({ length: 20 }, () => anApplicantReadyToJoin(now)));
    const answers = await Promise.all(people.map((person) => join(person, waveId)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await database().waveEntry.count({ where: { waveId } })).toBe(20);
  });

  it("is refused to people who have not passed the test", async () => {
    expect(await join(await aVerifiedApplicant(now), await anOpenWave())).toEqual(
      refusedWith("wave-test-not-passed"),
    );
  });

  it("is refused to people who are not verified", async () => {
    const waveId = await anOpenWave();
    const sari = await anApplicantReadyToJoin(now);
    await database().verification.update({ where: { participantId: sari }, data: { status: "checking" } });
    expect(await join(sari, waveId)).toEqual(refusedWith("wave-not-verified"));
  });

  it("is refused to recipients", async () => {
    number += 1;
    const [sari] = await recipients(now, 1, number);
    expect(sari && (await join(sari, await anOpenWave()))).toEqual(refusedWith("wave-already-recipient"));
  });

  it("is refused to people whose NIK is on the blacklist", async () => {
    const waveId = await anOpenWave();
    const sari = await anApplicantReadyToJoin(now);
    const { nikIndex } = await database().registration.findUniqueOrThrow({ where: { participantId: sari } });
    await database().blacklistEntry.create({
      data: { nikIndex: nikIndex ?? new Uint8Array(), reason: "revoked", since: now },
    });
    expect(await join(sari, waveId)).toEqual(refusedWith("wave-blacklisted"));
  });

  it("is refused while an earlier wave has no result", async () => {
    const first = await anOpenWave();
    const sari = await anApplicantReadyToJoin(now);
    await join(sari, first);
    await inOneTransaction(admin, (work) => closeWave(work, { waveId: first }), { now });
    expect(await join(sari, await anOpenWave())).toEqual(refusedWith("wave-result-pending"));
  });

  it("is refused after the close, by the command", async () => {
    const waveId = await anOpenWave();
    const sari = await anApplicantReadyToJoin(now);
    await inOneTransaction(admin, (work) => closeWave(work, { waveId }), { now });
    expect(await join(sari, waveId)).toEqual(refusedWith("wave-not-open"));
  });

  it("is refused after the close, by the database as well", async () => {
    const waveId = await anOpenWave();
    const sari = await anApplicantReadyToJoin(now);
    await inOneTransaction(admin, (work) => closeWave(work, { waveId }), { now });
    const entry = database().waveEntry.create({ data: { participantId: sari, waveId, joinedAt: now } });
    await expect(entry).rejects.toThrow("the wave is not open");
  });

  it("is refused from the closing moment on, though nobody has closed the wave yet", async () => {
    const closesAt = addSeconds(now, day);
    const waveId = await anOpenWave({ closesAt });
    const sari = await anApplicantReadyToJoin(now);
    expect(await join(sari, waveId, closesAt)).toEqual(refusedWith("wave-not-open"));
    expect(await join(sari, waveId, addSeconds(closesAt, -1))).toEqual({ ok: true, value: null });
  });
});

describe("planning, opening and closing", () => {
  it("leaves an audit row for each command", async () => {
    const waveId = await anOpenWave();
    await inOneTransaction(admin, (work) => closeWave(work, { waveId }), { now });
    const rows = await database().auditEvent.findMany({
      where: { subject: `wave:${waveId}` },
      orderBy: { id: "asc" },
    });
    expect(rows.map(({ action }) => action).sort()).toEqual(["wave-closed", "wave-opened", "wave-planned"]);
    expect(rows.every(({ actorId }) => actorId === admin.accountId)).toBe(true);
  });

  it("refuses a number that is taken", async () => {
    await plan();
    expect(await plan({ number })).toEqual(refusedWith("wave-number-taken"));
  });

  it("refuses a scheme that is unknown", async () => {
    expect(await plan({ schemeCode: "Z" })).toEqual(refusedWith("wave-scheme-unknown"));
  });

  it("opens one wave at a time", async () => {
    await anOpenWave();
    const second = await plan();
    const opened =
      second.ok && (await inOneTransaction(admin, (work) => openWave(work, second.value), { now }));
    expect(opened).toEqual(refusedWith("wave-another-is-open"));
  });

  it("closes a wave once", async () => {
    const waveId = await anOpenWave();
    const closed = await Promise.all(
      [1, 2].map(() => inOneTransaction(admin, (work) => closeWave(work, { waveId }), { now })),
    );
    expect(closed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(closed).toContainEqual(refusedWith("wave-wrong-order"));
  });

  it("refuses a wave that nobody planned", async () => {
    const unknown = { waveId: "01a20c83-0000-7000-8000-000000000002" };
    expect(await inOneTransaction(admin, (work) => openWave(work, unknown), { now })).toEqual(
      refusedWith("wave-unknown"),
    );
  });

  it("happens by the wave's times", async () => {
    const closesAt = addSeconds(now, 2 * day);
    const planned = await plan({ opensAt: addSeconds(now, day), closesAt });
    const waveId = planned.ok ? planned.value.waveId : "";
    expect(await openAndCloseWavesDue(now)).toBe(0);
    expect(await openAndCloseWavesDue(addSeconds(now, day))).toBe(1);
    expect(await statusOf(waveId)).toBe("open");
    expect((await findCurrentWave(addSeconds(now, day)))?.id).toBe(waveId);
    expect(await openAndCloseWavesDue(closesAt)).toBe(1);
    expect(await statusOf(waveId)).toBe("closed");
    expect(await openAndCloseWavesDue(closesAt)).toBe(0);
  });

  it("takes a wave whose time was jumped over through all its states", async () => {
    const planned = await plan({ opensAt: addSeconds(now, day), closesAt: addSeconds(now, 2 * day) });
    expect(await openAndCloseWavesDue(addSeconds(now, 30 * day))).toBe(2);
    expect(planned.ok && (await statusOf(planned.value.waveId))).toBe("closed");
  });

  it("never goes back or skips a step, says the database", async () => {
    const waveId = await anOpenWave();
    const set = (status: "scheduled" | "drawn") =>
      database().wave.update({ where: { id: waveId }, data: { status } });
    await expect(set("drawn")).rejects.toThrow("cannot go from open to drawn");
    await expect(set("scheduled")).rejects.toThrow("cannot go from open to scheduled");
  });
});

describe("schemes", () => {
  it("are A for everybody who is no recipient yet, and that of the wave afterwards", async () => {
    const planned = await plan({ schemeCode: "B" });
    expect(planned.ok && (await findSchemeOfWave(planned.value.waveId)).parameters.maximumAge).toBe(64);
    number += 1;
    const [recipient] = await recipients(now, 1, number);
    for (const person of [recipient, await aVerifiedApplicant(now)]) {
      const scheme = person && (await findSchemeOf(person));
      expect(scheme).toMatchObject({
        code: "A",
        parameters: { trainingBalance: 1_000_000, jobSearchPayments: 4 },
      });
    }
  });

  it("are listed with the waves, latest first", async () => {
    await plan();
    const { rows } = await findWaves();
    expect(rows[0]).toMatchObject({ number, status: "scheduled" });
    expect(rows.map((row) => row.number)).toEqual(
      rows.map((row) => row.number).toSorted((one, other) => other - one),
    );
  });
});
