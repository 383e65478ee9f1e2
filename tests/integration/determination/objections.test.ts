import { describe, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import {
  findObjection,
  findObjections,
  findOwnObjection,
} from "#features/determination/queries/objections.ts";
import { findWaveState } from "#features/determination/queries.ts";
import { answerObjection } from "#features/determination/use-cases/answer-objection.ts";
import { fileObjection } from "#features/determination/use-cases/file-objection.ts";
import { fillFreePlacesDue, freePlaceReaction } from "#features/determination/use-cases/fill-free-places.ts";
import { publishWaveReaction } from "#features/determination/use-cases/publish-wave.ts";
import { markReviewed } from "#features/selection/use-cases/mark-reviewed.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { announced } from "../../support/events.ts";
import { fine, insertCrowd } from "../selection/crowds.ts";
import { aClosedWave, draw, drawnLines, minutesOn, theStaff } from "../selection/drawing.ts";
import { aPublishedWave, pressDecide, pressPublish } from "./results.ts";

const TEXT = "Saya sudah lulus sekolah sejak bulan Juni, ijazah saya ada.";
const ANSWER = "Data sekolah Anda sudah kami periksa dan perbaiki.";
const refusedWith = (code: string) =>
  expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) });

const file = (participantId: ParticipantId, waveId: string, now: Date) =>
  inOneTransaction(
    { role: "participant", participantId },
    (work) => fileObjection(work, { waveId, text: TEXT }),
    { now },
  );
const answer = (actor: StaffActor, waveId: string, participantId: string, outcome: "upheld" | "rejected") =>
  inOneTransaction(actor, (work) =>
    answerObjection(work, { waveId, participantId, outcome, answer: ANSWER }),
  );

async function published(waveId: string): Promise<Date> {
  const { publishedAt } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
  if (!publishedAt) throw new Error("not published");
  return publishedAt;
}

const pupil = { ...fine, family: "", statements: { inEducation: true } };

describe("objecting to a result", () => {
  it("once, in time, answered by an operator, and the person is told", async () => {
    const [first] = await theStaff();
    const [person] = await insertCrowd([pupil]);
    if (!person) throw new Error("nobody");
    const waveId = await aPublishedWave([person], 1);
    const now = await published(waveId);
    const answers = await Promise.all([file(person, waveId, now), file(person, waveId, now)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await file(person, waveId, now)).toEqual(refusedWith("objection-filed-already"));
    const { rows } = await findObjections();
    expect(rows.map(({ participantId }) => participantId)).toContain(person);
    expect((await answer(first, waveId, person, "rejected")).ok).toBe(true);
    expect(await answer(first, waveId, person, "upheld")).toEqual(refusedWith("objection-answered-already"));
    expect(await findObjection(person, waveId)).toMatchObject({ outcome: "rejected", answer: ANSWER });
    expect(await announced("objection-answered", person)).toHaveLength(1);
  });

  it("not after the fourteenth day, not before the publication, not by who was selected or did not join", async () => {
    const [person, winner, stranger] = await insertCrowd([pupil, { ...fine, family: "" }, pupil]);
    if (!person || !winner || !stranger) throw new Error("nobody");
    const waveId = await aPublishedWave([person, winner], 1);
    const { until } = (await findOwnObjection(person, waveId)) ?? {};
    if (!until) throw new Error("no result");
    expect(await file(person, waveId, new Date(until.getTime() + 1_000))).toEqual(
      refusedWith("objection-too-late"),
    );
    expect(await file(winner, waveId, until)).toEqual(refusedWith("objection-not-needed"));
    expect(await file(stranger, waveId, until)).toEqual(refusedWith("objection-wave-unknown"));
    expect((await file(person, waveId, until)).ok).toBe(true);
    const [early] = await insertCrowd([pupil]);
    if (!early) throw new Error("nobody");
    const closed = await aClosedWave([early], 1);
    expect(await file(early, closed, until)).toEqual(refusedWith("objection-wave-unknown"));
  });

  it("whoever was found right gets the next free place of the wave, before the order", async () => {
    const [first] = await theStaff();
    const people = await insertCrowd([...Array.from({ length: 3 }, () => ({ ...fine, family: "" })), pupil]);
    const wronged = people.at(-1);
    if (!wronged) throw new Error("nobody");
    const waveId = await aPublishedWave(people, 1);
    const now = await published(waveId);
    await file(wronged, waveId, now);
    await answer(first, waveId, wronged, "upheld");
    const winner = (await drawnLines(waveId)).find(({ outcome }) => outcome === "selected");
    await freePlaceReaction({ participantId: winner?.participantId ?? "" });
    await fillFreePlacesDue(new Date(now.getTime() + 86_400_000));
    expect((await findWaveState(wronged)).stage).toBe("selected");
  });

  it("is not answered by who took the person out of the list", async () => {
    const [first, second] = await theStaff();
    const [person] = await insertCrowd([{ ...fine, family: "" }]);
    if (!person) throw new Error("nobody");
    const waveId = await aClosedWave([person], 1);
    await database().waveExclusion.create({
      data: {
        ...{
          waveId,
          participantId: person,
          reason: "double-registration",
          note: "Two accounts with the same face",
          excludedBy: first.accountId,
        },
        excludedAt: new Date(),
      },
    });
    await draw(waveId);
    await inOneTransaction(first, (work) => markReviewed(work, { waveId }));
    await pressDecide(first, waveId);
    await pressPublish(first, waveId);
    await pressPublish(second, waveId);
    await publishWaveReaction({ waveId }, { now: minutesOn(105) });
    expect(await findWaveState(person)).toMatchObject({ reason: "entry-excluded" });
    await file(person, waveId, await published(waveId));
    expect(await answer(first, waveId, person, "rejected")).toEqual(
      refusedWith("objection-of-own-exclusion"),
    );
    expect((await answer(second, waveId, person, "rejected")).ok).toBe(true);
  });
});
