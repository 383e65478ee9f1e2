import { describe, expect, it } from "vitest";
import { findWaveState } from "#features/determination/queries.ts";
import { fillFreePlacesDue, freePlaceReaction } from "#features/determination/use-cases/fill-free-places.ts";
import { publishWaveReaction } from "#features/determination/use-cases/publish-wave.ts";
import { markReviewed } from "#features/selection/use-cases/mark-reviewed.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { announced } from "../../support/events.ts";
import { dividePlaces, fine, insertCrowd } from "../selection/crowds.ts";
import { aClosedWave, draw, drawnLines, minutesOn, theStaff } from "../selection/drawing.ts";
import { aPublishedWave, pressDecide, pressPublish } from "./results.ts";

const DAY = 24 * 60;
/** Within the time of succession. */
const later = async (waveId: string) => {
  const { publishedAt } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
  return new Date((publishedAt ?? minutesOn(0)).getTime() + 5 * 86_400_000);
};

async function inOrder(waveId: string, outcome: string): Promise<ParticipantId[]> {
  const lines = await drawnLines(waveId);
  return lines.filter((line) => line.outcome === outcome).map((line) => line.participantId as ParticipantId);
}

const crowd = (count: number, changes: (index: number) => object = () => ({})) =>
  insertCrowd(Array.from({ length: count }, (_, index) => ({ ...fine, family: "", ...changes(index) })));

describe("a place that became free", () => {
  it("goes to the next in the published order, by a decree of its own, and the person is told", async () => {
    const waveId = await aPublishedWave(await crowd(6), 2);
    const [winner] = await inOrder(waveId, "selected");
    const [next, afterNext] = await inOrder(waveId, "quota_full");
    if (!winner || !next || !afterNext) throw new Error("too few people");
    await freePlaceReaction({ participantId: winner });
    await freePlaceReaction({ participantId: winner });
    const now = await later(waveId);
    await Promise.all([fillFreePlacesDue(now), fillFreePlacesDue(now)]);
    expect(await database().determination.count({ where: { waveId } })).toBe(3);
    expect(await findWaveState(next)).toMatchObject({ stage: "selected" });
    expect((await findWaveState(afterNext)).stage).toBe("not-selected");
    expect(await announced("recipient-determined", next)).toHaveLength(1);
    const decrees = await database().decree.findMany({ where: { waveId }, orderBy: { issuedAt: "asc" } });
    expect(decrees.map(({ people }) => people)).toEqual([2, 1]);
    const place = await database().freedPlace.findUniqueOrThrow({ where: { participantId: winner } });
    expect(place).toMatchObject({ takenBy: next });
  });

  it("passes by whoever is a recipient, barred, no longer verified, or whose family card is full by now", async () => {
    const waveId = await aPublishedWave(await crowd(6), 1);
    const [winner] = await inOrder(waveId, "selected");
    const [unverified, barred, fit] = await inOrder(waveId, "quota_full");
    if (!winner || !unverified || !barred || !fit) throw new Error("too few people");
    await database().verification.update({
      where: { participantId: unverified },
      data: { status: "refused", reason: "verification-name-differs" },
    });
    const { nikIndex } = await database().registration.findUniqueOrThrow({
      where: { participantId: barred },
    });
    await database().blacklistEntry.create({
      data: { nikIndex: nikIndex ?? new Uint8Array(), reason: "x", since: minutesOn(0) },
    });
    await freePlaceReaction({ participantId: winner });
    await fillFreePlacesDue(await later(waveId));
    expect((await findWaveState(fit)).stage).toBe("selected");
  });

  it("stays in its province where the wave has quotas of provinces", async () => {
    const people = await crowd(8, (index) => ({ province: index % 2 === 0 ? "11" : "12" }));
    const [first, second] = await theStaff();
    const waveId = await aClosedWave(people, 2);
    await dividePlaces(
      waveId,
      new Map([
        ["11", 1],
        ["12", 1],
      ]),
      new Map(),
    );
    await draw(waveId);
    await inOneTransaction(first, (work) => markReviewed(work, { waveId }));
    await pressDecide(first, waveId);
    await pressPublish(first, waveId);
    await pressPublish(second, waveId);
    await publishWaveReaction({ waveId }, { now: minutesOn(105) });
    const lines = await drawnLines(waveId);
    const winner = lines.find((line) => line.outcome === "selected" && line.provinceCode === "12");
    const next = lines.find((line) => line.outcome === "quota_full" && line.provinceCode === "12");
    if (!winner || !next) throw new Error("too few people");
    await freePlaceReaction({ participantId: winner.participantId });
    await fillFreePlacesDue(await later(waveId));
    expect((await findWaveState(next.participantId as ParticipantId)).stage).toBe("selected");
  });

  it("waits for a recovery wave when the time of succession is over", async () => {
    const waveId = await aPublishedWave(await crowd(3), 1);
    const [winner] = await inOrder(waveId, "selected");
    if (!winner) throw new Error("nobody");
    await freePlaceReaction({ participantId: winner });
    const { publishedAt } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    const over = new Date((publishedAt ?? minutesOn(0)).getTime() + 61 * DAY * 60_000);
    await fillFreePlacesDue(over);
    const place = await database().freedPlace.findUniqueOrThrow({ where: { participantId: winner } });
    expect(place.settledAt).toBeNull();
  });

  it("past the command, the database gives no place away twice", async () => {
    const waveId = await aPublishedWave(await crowd(4), 1);
    const [winner] = await inOrder(waveId, "selected");
    if (!winner) throw new Error("nobody");
    await freePlaceReaction({ participantId: winner });
    await fillFreePlacesDue(await later(waveId));
    const again = database().freedPlace.update({
      where: { participantId: winner },
      data: { takenBy: null, settledAt: null },
    });
    await expect(again).rejects.toThrow("given away once");
    await expect(database().freedPlace.deleteMany({ where: { participantId: winner } })).rejects.toThrow(
      "only grows",
    );
  });
});
