import { describe, expect, it } from "vitest";
import { decreePdf } from "#features/determination/components/decree-pdf.ts";
import { findDecreePaper } from "#features/determination/queries/decrees.ts";
import { findDetermination, findWaveState } from "#features/determination/queries.ts";
import { announceResultsDue } from "#features/determination/use-cases/announce-results.ts";
import { archiveWave } from "#features/determination/use-cases/archive-wave.ts";
import { publishWaveReaction } from "#features/determination/use-cases/publish-wave.ts";
import { replayDecision } from "#features/selection/queries/replay.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { announced } from "../../support/events.ts";
import { type Facts, fine, insertCrowd } from "../selection/crowds.ts";
import { aClosedWave, drawnLines, minutesOn, putAside, theStaff } from "../selection/drawing.ts";
import { aPublishedWave, aReviewedWave, pressDecide, pressPublish } from "./results.ts";

const applicants = (count: number, facts = fine) =>
  insertCrowd(Array.from({ length: count }, () => ({ ...facts, family: "" })));
const refusedWith = (code: string) =>
  expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) });

describe("the decree", () => {
  it("names how many the draw selected, with the digest of the draw, once", async () => {
    const [first, second] = await theStaff();
    const waveId = await aReviewedWave(await applicants(6), 4);
    expect((await pressDecide(first, waveId)).ok).toBe(true);
    expect((await pressDecide(second, waveId)).ok).toBe(true);
    const paper = await findDecreePaper(waveId);
    const draw = await database().draw.findUniqueOrThrow({ where: { waveId } });
    expect(paper).toMatchObject({
      people: 4,
      applicants: 6,
      digest: Buffer.from(draw.digest).toString("hex"),
    });
    expect(paper?.entries).toHaveLength(4);
    expect(await database().decree.count({ where: { waveId } })).toBe(1);
    if (!paper) throw new Error("no paper");
    const pdf = Buffer.from(await decreePdf(paper)).toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    await putAside(waveId);
  });

  it("comes after the review and not before", async () => {
    const [first] = await theStaff();
    const waveId = await aClosedWave(await applicants(1), 1);
    expect(await pressDecide(first, waveId)).toEqual(refusedWith("determination-not-reviewed"));
    expect(await pressPublish(first, waveId)).toEqual(refusedWith("determination-not-decided"));
  });
});

describe("the publication", () => {
  it("needs two; before it nobody learns anything, after it everybody learns their own result once", async () => {
    const [first, second] = await theStaff();
    const good = await applicants(5);
    const [pupil] = await applicants(1, { ...fine, statements: { inEducation: true } });
    if (!pupil) throw new Error("nobody");
    const waveId = await aReviewedWave([...good, pupil], 3);
    await pressDecide(first, waveId);
    for (const person of good) expect((await findWaveState(person)).stage).toBe("in-selection");
    expect((await pressPublish(first, waveId)).ok).toBe(true);
    expect(await pressPublish(first, waveId)).toEqual(refusedWith("approval-needs-another-person"));
    await publishWaveReaction({ waveId }, { now: minutesOn(105) }).catch(() => undefined);
    expect(await database().determination.count({ where: { waveId } })).toBe(0);
    expect((await pressPublish(second, waveId)).ok).toBe(true);
    await Promise.all([
      publishWaveReaction({ waveId }, { now: minutesOn(105) }),
      publishWaveReaction({ waveId }, { now: minutesOn(105) }),
    ]);

    const states = await Promise.all(good.map(async (person) => (await findWaveState(person)).stage));
    expect(states.filter((stage) => stage === "selected")).toHaveLength(3);
    expect(states.filter((stage) => stage === "not-selected")).toHaveLength(2);
    expect(await findWaveState(pupil)).toMatchObject({ stage: "not-selected", reason: "entry-in-education" });
    expect(await database().determination.count({ where: { waveId } })).toBe(3);
    const lines = await drawnLines(waveId);
    for (const { participantId, outcome } of lines) {
      const determination = await findDetermination(participantId as never);
      expect(determination !== null).toBe(outcome === "selected");
    }

    await Promise.all([announceResultsDue(minutesOn(110)), announceResultsDue(minutesOn(110))]);
    await announceResultsDue(minutesOn(120));
    for (const person of [...good, pupil]) {
      const news = [
        ...(await announced("recipient-determined", person)),
        ...(await announced("entry-not-selected", person)),
      ];
      expect(news).toHaveLength(1);
    }
    const told = await database().waveAnnouncement.findUniqueOrThrow({ where: { waveId } });
    expect(told).toMatchObject({ told: 6 });
    expect(told.finishedAt).not.toBeNull();
  });

  it("past the command, the database refuses a wave that two did not agree to publish", async () => {
    const [first] = await theStaff();
    const waveId = await aReviewedWave(await applicants(2), 1);
    await pressDecide(first, waveId);
    const alone = database().wave.update({ where: { id: waveId }, data: { status: "published" } });
    await expect(alone).rejects.toThrow("approval of two persons");
    await putAside(waveId);
  });

  it("gives a family card no third recipient over two waves", async () => {
    const family = Array.from({ length: 3 }, () => ({ ...fine, family: `three ${minutesOn(1).getTime()}` }));
    const [one, two, three] = await insertCrowd(family);
    if (!one || !two || !three) throw new Error("nobody");
    await aPublishedWave([one, two], 5);
    const later = await aPublishedWave([three], 5);
    expect(await findWaveState(three)).toMatchObject({ reason: "entry-family-card-full" });
    expect(await database().determination.count({ where: { waveId: later } })).toBe(0);
  });

  it("may be put away afterwards, and people still see their result", async () => {
    const [first] = await theStaff();
    const [person] = await applicants(1);
    if (!person) throw new Error("nobody");
    const waveId = await aPublishedWave([person], 1);
    const archived = await inOneTransaction(first, (work) => archiveWave(work, { waveId }));
    expect(archived.ok).toBe(true);
    expect((await findWaveState(person)).stage).toBe("selected");
  });
});

describe("a decision that is worked out again", () => {
  it("agrees for everybody of a wave, selected or not", async () => {
    const statementsOf = (index: number): Facts["statements"] => {
      if (index % 5 === 0) return { employment: "laid-off" };
      return index % 7 === 0 ? { otherAid: true } : {};
    };
    const people = await insertCrowd(
      Array.from({ length: 12 }, (_, index) => ({
        ...fine,
        family: index % 3 === 0 ? "replayed family" : "",
        statements: statementsOf(index),
      })),
    );
    const waveId = await aPublishedWave(people, 5);
    const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    for (const person of people) {
      const again = await replayDecision(number, person);
      if (again?.kind !== "replayed") throw new Error("not replayed");
      expect(again.eligibility.replayed).toBe(again.eligibility.kept);
      expect(again.line?.replayed).toBe(again.line?.kept);
      expect(again.place?.replayed).toEqual(again.place?.kept);
    }
  });

  it("differs when a fact was changed behind the portal's back", async () => {
    const [person] = await applicants(1);
    if (!person) throw new Error("nobody");
    const waveId = await aPublishedWave([person], 1);
    const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`UPDATE frozen_entry SET province_code = '94', in_education = true WHERE participant_id = ${person}::uuid`;
    });
    const again = await replayDecision(number, person);
    if (again?.kind !== "replayed") throw new Error("not replayed");
    expect(again.eligibility).toEqual({ kept: null, replayed: "entry-in-education" });
    expect(again.line?.replayed).not.toBe(again.line?.kept);
  });
});
