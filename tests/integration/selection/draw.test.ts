import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { drawWaveReaction } from "#features/selection/use-cases/carry-out-draw.ts";
import { markReviewed } from "#features/selection/use-cases/mark-reviewed.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertWave } from "../../../prisma/seed/people.ts";
import { below, dividePlaces, type Facts, fine, insertCrowd, insertRecipients } from "./crowds.ts";
import {
  aClosedWave,
  byTheRule,
  draw,
  drawnLines,
  freeze,
  minutesOn,
  opening,
  pressDraw,
  putAside,
  showValues,
  theStaff,
} from "./drawing.ts";

const undecided = new Set<string>();
afterEach(async () => {
  for (const waveId of undecided) await putAside(waveId);
  undecided.clear();
});

async function aWaveOf(people: readonly ParticipantId[], quota: number): Promise<string> {
  const waveId = await aClosedWave(people, quota);
  undecided.add(waveId);
  return waveId;
}

const applicants = (count: number) =>
  insertCrowd(Array.from({ length: count }, () => ({ ...fine, family: "" })));
const aSituation = (): Facts["statements"] => (below(3) === 0 ? { employment: "laid-off" } : {});
let earlier: Promise<string> | undefined;

/** People of few families over three provinces and both groups; some families have recipients already. */
async function aPool(name: string, size: number): Promise<ParticipantId[]> {
  const families = 1 + below(size);
  const crowd = Array.from({ length: size }, () => ({
    ...fine,
    family: `${name} ${below(families)}`,
    province: ["11", "12", "94", null][below(4)] ?? null,
    statements: aSituation(),
  }));
  const taken = [...new Set(crowd.map(({ family }) => family))].filter(() => below(4) === 0);
  const recipients = await insertCrowd(taken.map((family) => ({ ...fine, family })));
  earlier ??= insertWave(800, 5, opening);
  await insertRecipients(
    await earlier,
    recipients.map((id, index) => ({ id, family: taken[index] ?? "", place: 1 })),
  );
  return insertCrowd(crowd);
}

function someQuotas(quota: number) {
  const places = () => below(quota + 1);
  const left = below(quota + 1);
  return {
    provinces: new Map(
      below(2)
        ? ([
            ["11", left],
            ["12", quota - left],
          ] as const)
        : [],
    ),
    groups: new Map(below(2) ? [[below(2), places()] as const] : []),
  };
}

describe("the draw of a wave", () => {
  it("comes out by the rule, line by line, whatever families, provinces and places there are", async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 25; round += 1) {
      const size = below(60);
      const quota = 1 + below(40);
      const waveId = await aWaveOf(await aPool(`round ${round}`, size), quota);
      const { provinces, groups } = someQuotas(quota);
      await dividePlaces(waveId, provinces, groups);
      await draw(waveId, [`o ${round}`, `w ${round}`, `figure ${round}`]);
      const drawn = await drawnLines(waveId);
      const { seed, selectedCount, digest } = await database().draw.findUniqueOrThrow({ where: { waveId } });
      const lines = await database().drawLeaf.findMany({ where: { waveId } });
      const expected = byTheRule(lines, seed, { quota, perFamilyCard: 2, provinces, groups });
      const told = ({ position, rank, stratumRank, outcome }: (typeof drawn)[number]) => ({
        position,
        rank,
        stratumRank,
        outcome,
      });
      expect(drawn.map(told)).toEqual(
        expected.map(({ line, rank, stratumRank, outcome }) => ({
          position: line.position,
          rank,
          stratumRank,
          outcome,
        })),
      );
      const selected = drawn.filter(({ outcome }) => outcome === "selected");
      expect(selectedCount).toBe(selected.length);
      const leaves = Buffer.concat(selected.map(({ leaf }) => leaf));
      expect(Buffer.from(digest)).toEqual(createHash("sha256").update(leaves).digest());
      for (const { outcome } of drawn) seen.add(outcome);
      await putAside(waveId);
    }
    expect([...seen].sort()).toEqual(["family_card_full", "quota_full", "selected"]);
  }, 120_000);

  it("takes its seed from the list and the three values, to the byte", async () => {
    const waveId = await aWaveOf(await applicants(3), 2);
    const secrets = ["o".repeat(32), "w".repeat(32)] as const;
    await draw(waveId, [...secrets, "7451,09"]);
    const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    const { root } = await database().drawList.findUniqueOrThrow({ where: { waveId } });
    const { seed } = await database().draw.findUniqueOrThrow({ where: { waveId } });
    const hashed = [...secrets, "7451,09"].map((value) => createHash("sha256").update(value).digest());
    const whole = [Buffer.from(`prakerja-draw-2 seed\n${number}\n`), root, ...hashed];
    expect(Buffer.from(seed)).toEqual(createHash("sha256").update(Buffer.concat(whole)).digest());
  });

  it("of nobody is a draw as well", async () => {
    const waveId = await aWaveOf([], 5);
    await draw(waveId);
    expect(await database().draw.findUnique({ where: { waveId } })).toMatchObject({ selectedCount: 0 });
  });

  it("waits for all three values, and then for a second administrator", async () => {
    const waveId = await aWaveOf(await applicants(2), 1);
    const [first, second] = await theStaff();
    expect(await pressDraw(first, waveId)).toMatchObject({ refusal: { code: "selection-wave-not-frozen" } });
    await freeze(waveId);
    expect(await pressDraw(first, waveId)).toMatchObject({ refusal: { code: "selection-values-missing" } });
    await showValues(waveId, ["o", "w", "7451,09"]);
    expect(await pressDraw(first, waveId)).toEqual({ ok: true, value: { waveId, agreed: false } });
    await drawWaveReaction({ waveId }, { now: minutesOn(71) });
    expect(await database().draw.count({ where: { waveId } })).toBe(0);
    expect(await pressDraw(first, waveId)).toMatchObject({
      refusal: { code: "approval-needs-another-person" },
    });
    expect(await pressDraw(second, waveId)).toEqual({ ok: true, value: { waveId, agreed: true } });
    expect(await pressDraw(second, waveId)).toMatchObject({ refusal: { code: "selection-under-way" } });
  });

  it("happens once, also when the work is done twice at once", async () => {
    const waveId = await aWaveOf(await applicants(4), 2);
    await draw(waveId);
    const before = await database().draw.findUniqueOrThrow({ where: { waveId } });
    await Promise.all([80, 81].map((minutes) => drawWaveReaction({ waveId }, { now: minutesOn(minutes) })));
    expect(await database().draw.findUniqueOrThrow({ where: { waveId } })).toEqual(before);
    const [first] = await theStaff();
    expect(await pressDraw(first, waveId)).toMatchObject({ refusal: { code: "selection-already-drawn" } });
  });

  it("is looked through before it goes on", async () => {
    const waveId = await aWaveOf(await applicants(2), 1);
    const [first] = await theStaff();
    const review = () =>
      inOneTransaction(first, (work) => markReviewed(work, { waveId }), { now: minutesOn(90) });
    expect(await review()).toMatchObject({ refusal: { code: "selection-wave-not-drawn" } });
    await draw(waveId);
    expect((await review()).ok).toBe(true);
    expect((await review()).ok).toBe(true);
    const trail = await database().auditEvent.findMany({
      where: { subject: `wave:${waveId}` },
      orderBy: { at: "asc" },
    });
    expect(trail.map(({ action }) => action)).toEqual([
      "freeze-asked",
      "wave-frozen",
      "step-proposed",
      "step-approved",
      "wave-drawn",
      "wave-reviewed",
    ]);
  });
});

describe("the database", () => {
  const drawOf = (waveId: string, seed: Uint8Array<ArrayBuffer>) => ({
    ...{ waveId, rule: 2, seed, selectedCount: 0, digest: new Uint8Array(32) },
    ...{ drawnAt: minutesOn(70), drawnBy: "00000000-0000-0000-0000-000000000001" },
  });

  it("refuses a second draw, and every change of the first", async () => {
    const waveId = await aWaveOf(await applicants(2), 1);
    await draw(waveId);
    const { seed } = await database().draw.findUniqueOrThrow({ where: { waveId } });
    await expect(database().draw.create({ data: drawOf(waveId, seed) })).rejects.toThrow("Unique constraint");
    const where = { waveId };
    await expect(database().draw.updateMany({ where, data: { selectedCount: 9 } })).rejects.toThrow(
      "only grows",
    );
    await expect(database().draw.deleteMany({ where })).rejects.toThrow("only grows");
    await expect(database().drawPlace.updateMany({ where, data: { outcome: "selected" } })).rejects.toThrow(
      "only grows",
    );
    await expect(database().drawPlace.deleteMany({ where })).rejects.toThrow("only grows");
    await expect(database().drawReveal.deleteMany({ where })).rejects.toThrow("only grows");
    const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    await expect(database().$executeRawUnsafe(`TRUNCATE draw_place_${number}`)).rejects.toThrow("only grows");
    const twice = { waveId, position: 9, rank: 1, stratumRank: 1, outcome: "selected" } as const;
    await expect(database().drawPlace.create({ data: twice })).rejects.toThrow("Unique constraint");
  });

  it("refuses a seed that does not follow, and a draw that two persons did not agree on", async () => {
    const waveId = await aWaveOf(await applicants(2), 1);
    await freeze(waveId);
    await expect(database().draw.create({ data: drawOf(waveId, new Uint8Array(32)) })).rejects.toThrow(
      "does not follow",
    );
    await showValues(waveId, ["o", "w", "7451,09"]);
    await expect(database().draw.create({ data: drawOf(waveId, new Uint8Array(32)) })).rejects.toThrow(
      "does not follow",
    );
    const [{ seed } = { seed: new Uint8Array() }] = await database().$queryRaw<
      { seed: Uint8Array<ArrayBuffer> }[]
    >`
      SELECT sha256(convert_to(E'prakerja-draw-2 seed\\n' || w.number || E'\\n', 'UTF8') || l.root
        || (SELECT string_agg(sha256(value), ''::bytea ORDER BY party) FROM draw_reveal WHERE wave_id = w.id)) AS seed
      FROM wave w JOIN draw_list l ON l.wave_id = w.id WHERE w.id = ${waveId}::uuid`;
    await expect(database().draw.create({ data: drawOf(waveId, seed) })).rejects.toThrow(
      "approval of two persons",
    );
    const [first] = await theStaff();
    await pressDraw(first, waveId);
    await expect(database().draw.create({ data: drawOf(waveId, seed) })).rejects.toThrow(
      "approval of two persons",
    );
    const [, second] = await theStaff();
    await pressDraw(second, waveId);
    const toDrawn = { where: { id: waveId }, data: { status: "drawn" as const } };
    await expect(database().wave.update(toDrawn)).rejects.toThrow("was not drawn");
  });
});
