import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findReviewedApplicants } from "#features/selection/queries/applicants.ts";
import { countEntries } from "#features/selection/queries/counts.ts";
import { findDraw, replayDraw } from "#features/selection/queries/draws.ts";
import { findDetermination, findWaveState } from "#features/selection/queries.ts";
import { drawWave } from "#features/selection/use-cases/draw-wave.ts";
import { publishWave } from "#features/selection/use-cases/publish-wave.ts";
import { findWave } from "#features/waves/queries.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertEntry, insertWave, type Person } from "../../../prisma/seed/people.ts";
import { anAdministrator, anApplicantReadyToJoin } from "../../support/people.ts";

const opening = new Date("2026-11-24T03:00:00Z");
const closing = addSeconds(opening, 14 * 86_400);
const drawTime = addSeconds(closing, 3600);
const publication = addSeconds(closing, 7200);
let number = 0;
let admin: StaffActor;

beforeEach(async () => {
  admin ??= {
    role: "administrator",
    accountId: (await anAdministrator(opening)) as AccountId,
    providerSlug: null,
  };
  await database().wave.updateMany({ where: { status: "drawn" }, data: { status: "published" } });
});

/** A wave that these people joined, closed if not said otherwise. */
async function aWaveOf(people: readonly ParticipantId[], quota: number, isClosed = true): Promise<string> {
  number += 1;
  const waveId = await insertWave(number, quota, opening);
  for (const person of people) await insertEntry(person, waveId, opening);
  if (isClosed)
    await database().wave.update({ where: { id: waveId }, data: { status: "closed", closedAt: closing } });
  return waveId;
}

const applicants = (count: number, changes: Partial<Person> = {}) =>
  Promise.all(Array.from({ length: count }, () => anApplicantReadyToJoin(opening, changes)));
const draw = (waveId: string, now = drawTime) =>
  inOneTransaction(admin, (work) => drawWave(work, { waveId }), { now });
const publish = (waveId: string, now = publication) =>
  inOneTransaction(admin, (work) => publishWave(work, { waveId }), { now });
const entriesOf = (waveId: string) => database().waveEntry.findMany({ where: { waveId } });
const refusedWith = (code: string) =>
  expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) });

async function state(person: ParticipantId, statements: Record<string, unknown>): Promise<ParticipantId> {
  const { statements: before } = await database().registration.findUniqueOrThrow({
    where: { participantId: person },
  });
  await database().registration.update({
    where: { participantId: person },
    data: { statements: { ...Object(before), ...statements } },
  });
  return person;
}

/** What a register holds of somebody. */
async function list(
  person: ParticipantId,
  register: "education" | "social_aid" | "occupation" | "blacklist" | "priority",
  until: string | null = null,
): Promise<ParticipantId> {
  await database().registerAnswer.create({
    data: {
      participantId: person,
      register,
      status: "answered",
      answer: { entry: { kind: "a kind", since: "2026-01-01", until } },
      inputFingerprint: new Uint8Array(32),
      attempts: 1,
      askedAt: opening,
      answeredAt: opening,
      expiresAt: closing,
    },
  });
  return person;
}

async function eventsOf(waveId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT data->>'name' AS name FROM pgboss.job WHERE data->'payload'->>'waveId' = ${waveId} ORDER BY 1`;
  return rows.map(({ name }) => name);
}

describe("drawing a wave", () => {
  it("fills the quota, freezes the candidates and keeps seed, way and digest", async () => {
    const waveId = await aWaveOf(await applicants(5), 3);
    expect(await draw(waveId)).toEqual({ ok: true, value: { waveId } });
    expect(await findDraw(waveId)).toMatchObject({ candidateCount: 5, selectedCount: 3 });
    const outcomes = await database().drawCandidate.findMany({ where: { waveId }, orderBy: { rank: "asc" } });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      ...Array(3).fill("selected"),
      ...Array(2).fill("quota_full"),
    ]);
  });

  it("gives the same result when it is worked out again", async () => {
    const waveId = await aWaveOf(await applicants(6), 2);
    await draw(waveId);
    const kept = await findDraw(waveId);
    expect(await replayDraw(waveId)).toMatchObject({ kind: "replayed", equal: true, digest: kept?.digest });
    await publish(waveId);
    expect(await replayDraw(waveId)).toMatchObject({ equal: true, outcomesDiffer: 0 });
  });

  it("is worked out again differently from another seed", async () => {
    const waveId = await aWaveOf(await applicants(6), 2);
    await draw(waveId);
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.draw.update({ where: { waveId }, data: { seed: new Uint8Array(32) } });
    });
    expect(await replayDraw(waveId)).toMatchObject({ equal: false });
  });

  it("drops the ineligible, each with the reason", async () => {
    const [otherAid, pupil, official, unverified, young, fine] = await applicants(6);
    if (!otherAid || !pupil || !official || !unverified || !young || !fine)
      throw new Error("six people are needed");
    await state(otherAid, { otherAid: true });
    await state(pupil, { inEducation: true });
    await state(official, { excludedOccupation: true });
    await database().verification.update({
      where: { participantId: unverified },
      data: { status: "refused", reason: "x" },
    });
    await database().registration.update({
      where: { participantId: young },
      data: { birthDate: new Date("2010-01-01T00:00:00Z") },
    });
    const waveId = await aWaveOf([otherAid, pupil, official, unverified, young, fine], 10);
    await draw(waveId);
    const reasons = new Map((await entriesOf(waveId)).map((entry) => [entry.participantId, entry.reason]));
    expect(reasons.get(otherAid)).toBe("entry-other-aid");
    expect(reasons.get(pupil)).toBe("entry-in-education");
    expect(reasons.get(official)).toBe("entry-excluded-occupation");
    expect(reasons.get(unverified)).toBe("entry-data-mismatch");
    expect(reasons.get(young)).toBe("entry-under-age");
    expect(reasons.get(fine)).toBeNull();
    expect(await findDraw(waveId)).toMatchObject({ candidateCount: 1, selectedCount: 1 });
  });

  it("believes the registers as well as the person", async () => {
    const [aided, pupil, official, barred, once, fine] = await applicants(6);
    if (!aided || !pupil || !official || !barred || !once || !fine) throw new Error("six people are needed");
    await list(aided, "social_aid");
    await list(pupil, "education");
    await list(official, "occupation");
    await list(barred, "blacklist");
    await list(once, "social_aid", "2026-12-07");
    await list(once, "education", "2026-06-30");
    const waveId = await aWaveOf([aided, pupil, official, barred, once, fine], 10);
    await draw(waveId);
    const reasons = new Map((await entriesOf(waveId)).map((entry) => [entry.participantId, entry.reason]));
    expect(reasons.get(aided)).toBe("entry-other-aid");
    expect(reasons.get(pupil)).toBe("entry-in-education");
    expect(reasons.get(official)).toBe("entry-excluded-occupation");
    expect(reasons.get(barred)).toBe("entry-blacklisted");
    expect([reasons.get(once), reasons.get(fine)]).toEqual([null, null]);
  });

  it("counts aid that lasts until the day on which the wave closes", async () => {
    const [aided] = await applicants(1);
    await list(aided as ParticipantId, "social_aid", "2026-12-08");
    const waveId = await aWaveOf([aided as ParticipantId], 10);
    await draw(waveId);
    expect(await entriesOf(waveId)).toMatchObject([{ reason: "entry-other-aid" }]);
  });

  it("lets a pupil take part whom a member of the staff has accepted against the register", async () => {
    const [pupil] = await applicants(1);
    await list(pupil as ParticipantId, "education");
    await database().verification.update({
      where: { participantId: pupil as ParticipantId },
      data: { reviewedAt: addSeconds(opening, 60) },
    });
    const waveId = await aWaveOf([pupil as ParticipantId], 10);
    await draw(waveId);
    expect(await findDraw(waveId)).toMatchObject({ candidateCount: 1 });
  });

  it("lets those on the priority list go first", async () => {
    const people = await applicants(6);
    const first = await list(people[4] as ParticipantId, "priority");
    const waveId = await aWaveOf(people, 1);
    await draw(waveId);
    const selected = await database().drawCandidate.findMany({ where: { waveId, outcome: "selected" } });
    expect(selected.map(({ participantId }) => participantId)).toEqual([first]);
    expect((await countEntries(waveId)).byPriority).toContainEqual({
      section: "priority",
      label: "first",
      count: 1,
    });
  });

  it("lets laid-off workers go first", async () => {
    const people = await applicants(6);
    const first = await state(people[3] ?? (people[0] as ParticipantId), { employment: "laid-off" });
    const waveId = await aWaveOf(people, 1);
    await draw(waveId);
    const selected = await database().drawCandidate.findMany({ where: { waveId, outcome: "selected" } });
    expect(selected.map(({ participantId }) => participantId)).toEqual([first]);
  });

  it("happens once, also when two operators press at once", async () => {
    const waveId = await aWaveOf(await applicants(3), 1);
    const answers = await Promise.all([draw(waveId), draw(waveId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusedWith("selection-already-drawn"));
    expect(await draw(waveId)).toEqual(refusedWith("selection-already-drawn"));
  });

  it("a second time is refused by the database as well, and the first can not be changed", async () => {
    const waveId = await aWaveOf(await applicants(2), 1);
    await draw(waveId);
    const second = database().draw.create({
      data: {
        waveId,
        algorithm: "another",
        seed: new Uint8Array(32),
        digest: new Uint8Array(32),
        candidateCount: 0,
        selectedCount: 0,
        drawnAt: drawTime,
        drawnBy: admin.accountId,
      },
    });
    await expect(second).rejects.toThrow("Unique constraint");
    await expect(
      database().draw.update({ where: { waveId }, data: { algorithm: "another" } }),
    ).rejects.toThrow("only grows");
    await expect(database().drawCandidate.deleteMany({ where: { waveId } })).rejects.toThrow("only grows");
  });

  it("is refused before the wave is closed", async () => {
    expect(await draw(await aWaveOf([], 1, false))).toEqual(refusedWith("selection-wave-not-closed"));
  });

  it("waits until the wave drawn before is published, so that family cards are counted over all waves", async () => {
    const first = await aWaveOf(await applicants(1), 1);
    await draw(first);
    const second = await aWaveOf(await applicants(1), 1);
    expect(await draw(second)).toEqual(refusedWith("selection-another-unpublished"));
    await publish(first);
    expect((await draw(second)).ok).toBe(true);
  });

  it("is dated no earlier than the latest publication, which it has seen", async () => {
    const first = await aWaveOf(await applicants(1), 1);
    await draw(first);
    await publish(first, addSeconds(publication, 86_400));
    const second = await aWaveOf(await applicants(1), 1);
    await draw(second, drawTime);
    expect((await findDraw(second))?.drawnAt).toEqual(addSeconds(publication, 86_400));
  });

  it("of a wave without people is a draw of nobody", async () => {
    const waveId = await aWaveOf([], 5);
    expect((await draw(waveId)).ok).toBe(true);
    expect((await publish(waveId)).ok).toBe(true);
  });
});

describe("publishing", () => {
  it("determines the selected by decree and tells everyone their outcome", async () => {
    const people = await applicants(3);
    const waveId = await aWaveOf(people, 2);
    await draw(waveId);
    expect((await publish(waveId)).ok).toBe(true);
    const states = await Promise.all(people.map(findWaveState));
    expect(states.filter(({ stage }) => stage === "selected")).toHaveLength(2);
    expect(states).toContainEqual({
      stage: "not-selected",
      waveNumber: number,
      reason: "entry-quota-full",
      publishedAt: publication,
    });
    const determinations = (await Promise.all(people.map(findDetermination))).filter((row) => row !== null);
    expect(determinations).toHaveLength(2);
    expect(determinations[0]).toMatchObject({
      decreeNumber: `SK-SIM/${number}/2026`,
      determinedAt: publication,
    });
    expect(await eventsOf(waveId)).toEqual([
      "entry-not-selected",
      "recipient-determined",
      "recipient-determined",
    ]);
  });

  it("keeps the outcome to itself until then", async () => {
    const people = await applicants(2);
    const waveId = await aWaveOf(people, 1, false);
    const stages = async () => (await Promise.all(people.map(findWaveState))).map(({ stage }) => stage);
    expect(await stages()).toEqual(["waiting-for-close", "waiting-for-close"]);
    await database().wave.update({ where: { id: waveId }, data: { status: "closed", closedAt: closing } });
    expect(await stages()).toEqual(["in-selection", "in-selection"]);
    await draw(waveId);
    expect(await stages()).toEqual(["in-selection", "in-selection"]);
  });

  it("again, also at once, changes nothing and announces nothing twice", async () => {
    const waveId = await aWaveOf(await applicants(2), 1);
    await draw(waveId);
    const answers = await Promise.all([publish(waveId), publish(waveId)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await publish(waveId, addSeconds(publication, 60))).toEqual({ ok: true, value: { waveId } });
    expect(await database().determination.count({ where: { waveId } })).toBe(1);
    expect(await eventsOf(waveId)).toEqual(["entry-not-selected", "recipient-determined"]);
  });

  it("is refused before the draw", async () => {
    expect(await publish(await aWaveOf([], 1))).toEqual(refusedWith("selection-wave-not-drawn"));
  });

  it("gives a family card two places in all waves together", async () => {
    const family = { familySerial: "9777" };
    const three = await applicants(3, family);
    const first = await aWaveOf(three.slice(0, 1), 5);
    await draw(first);
    await publish(first);
    const fourth = await applicants(1, family);
    const second = await aWaveOf([...three.slice(1), ...fourth], 5);
    await draw(second);
    await publish(second);
    const outcomes = (await entriesOf(second)).map(({ status, reason }) => reason ?? status).sort();
    expect(outcomes).toEqual(["entry-family-card-full", "entry-family-card-full", "selected"]);
    expect(await replayDraw(second)).toMatchObject({ equal: true });

    const late = await applicants(1, family);
    const third = await aWaveOf(late, 5);
    await draw(third);
    expect(await entriesOf(third)).toMatchObject([
      { status: "ineligible", reason: "entry-family-card-full" },
    ]);
  });

  it("cannot give a third place, says the database", async () => {
    const [one, two, three] = await applicants(3, { familySerial: "9888" });
    const waveId = await aWaveOf([], 5);
    const { familyCardIndex } = await database().registration.findUniqueOrThrow({
      where: { participantId: one ?? "" },
    });
    const determine = (participantId: string | undefined, familyPlace: number) =>
      database().determination.create({
        data: {
          participantId: participantId ?? "",
          waveId,
          familyCardIndex: familyCardIndex ?? new Uint8Array(),
          familyPlace,
          decreeNumber: "SK-SIM/0/2026",
          determinedAt: publication,
        },
      });
    await determine(one, 1);
    await determine(two, 2);
    await expect(determine(three, 2)).rejects.toThrow("Unique constraint");
    await expect(determine(three, 3)).rejects.toThrow("determination_family_place");
  });

  it("leaves a row in the trail for the draw and for the publication", async () => {
    const waveId = await aWaveOf(await applicants(1), 1);
    await draw(waveId);
    await publish(waveId);
    const rows = await database().auditEvent.findMany({ where: { subject: `wave:${waveId}` } });
    expect(rows.map(({ action }) => action).sort()).toEqual(["wave-drawn", "wave-published"]);
  });
});

describe("what an operator sees of a wave", () => {
  it("is who is eligible and why not, page by page, without names", async () => {
    const people = await applicants(3);
    const aided = await state(people[0] as ParticipantId, { otherAid: true });
    const waveId = await aWaveOf(people, 5);
    const wave = await findWave(waveId);
    const { rows, next } = wave ? await findReviewedApplicants(wave) : { rows: [], next: null };
    expect(rows.map(({ participantId }) => participantId)).toEqual(people.toSorted());
    expect(rows.find(({ participantId }) => participantId === aided)?.refusal).toBe("entry-other-aid");
    expect(rows.filter(({ refusal }) => refusal === null)).toHaveLength(2);
    expect(next).toBeNull();
    const rest = wave && (await findReviewedApplicants(wave, rows[0]?.participantId));
    expect(rest?.rows).toEqual(rows.slice(1));
    expect(JSON.stringify(rows)).not.toContain("Sari");
  });

  it("is how many there are, by status, priority, gender and province", async () => {
    const people = await applicants(3);
    await state(people[1] as ParticipantId, { employment: "laid-off" });
    const counts = await countEntries(await aWaveOf(people, 5));
    expect(counts).toMatchObject({ counted: 3, partial: false, byStatus: [{ label: "joined", count: 3 }] });
    expect(counts.byPriority).toMatchObject([
      { label: "other", count: 2 },
      { label: "first", count: 1 },
    ]);
    expect(counts.byGender).toMatchObject([{ label: "female", count: 3 }]);
    expect(counts.byProvince).toMatchObject([{ count: 3 }]);
  });
});
