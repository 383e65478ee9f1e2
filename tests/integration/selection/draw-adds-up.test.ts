import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { database, type Transaction } from "#platform/db/client.ts";
import { fine, insertCrowd } from "./crowds.ts";
import { aClosedWave, freeze, minutesOn, pressDraw, putAside, showValues, theStaff } from "./drawing.ts";

// What the database wants to see before a wave is drawn, whoever has written its result.

let waveId = "";
let lines: { readonly position: number; readonly provinceCode: string }[] = [];
beforeAll(async () => {
  const crowd = ["11", "11", "11", "12", "12"].map((province) => ({ ...fine, family: "", province }));
  waveId = await aClosedWave(await insertCrowd(crowd), 3);
  await freeze(waveId);
  await showValues(waveId, ["o", "w", "7451,09"]);
  for (const actor of (await theStaff()).slice(0, 2)) await pressDraw(actor, waveId);
  const found = await database().drawLeaf.findMany({ where: { waveId }, orderBy: { position: "asc" } });
  lines = found.sort((one, other) => Number(one.provinceCode) - Number(other.provinceCode));
});
afterAll(() => putAside(waveId));

type Place = { rank: number; stratumRank: number; outcome: "selected" | "quota_full" };
type Result = {
  places: (Place & { position: number })[];
  selectedCount: number;
  strata: { provinceCode: string; selected: number; cutOff: number }[];
};

/** Two of three are selected in the province 11, and the first of two in the province 12. */
function aResult(): Result {
  const came: Place[] = [
    { rank: 1, stratumRank: 1, outcome: "selected" },
    { rank: 2, stratumRank: 2, outcome: "selected" },
    { rank: 4, stratumRank: 3, outcome: "quota_full" },
    { rank: 3, stratumRank: 1, outcome: "selected" },
    { rank: 5, stratumRank: 2, outcome: "quota_full" },
  ];
  return {
    places: came.map((place, index) => ({ ...place, position: lines[index]?.position ?? -1 })),
    selectedCount: 3,
    strata: [
      { provinceCode: "11", selected: 2, cutOff: 2 },
      { provinceCode: "12", selected: 1, cutOff: 1 },
    ],
  };
}

async function write(tx: Transaction, { places, selectedCount, strata }: Result): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO draw (wave_id, rule, seed, selected_count, digest, drawn_at, drawn_by)
    SELECT w.id, 2, sha256(convert_to(E'prakerja-draw-2 seed\\n' || w.number || E'\\n', 'UTF8') || l.root
      || (SELECT string_agg(sha256(value), ''::bytea ORDER BY party) FROM draw_reveal WHERE wave_id = w.id)),
      ${selectedCount}::int, sha256(''::bytea), ${minutesOn(72)}, gen_random_uuid()
    FROM wave w JOIN draw_list l ON l.wave_id = w.id WHERE w.id = ${waveId}::uuid`;
  await tx.drawPlace.createMany({ data: places.map((place) => ({ ...place, waveId })) });
  await tx.drawStratum.createMany({ data: strata.map((stratum) => ({ ...stratum, waveId, priority: 1 })) });
  await tx.wave.update({ where: { id: waveId }, data: { status: "drawn", drawnAt: minutesOn(72) } });
}

class Undone extends Error {}

/** Whether the database would have kept it; it is taken back. */
const wouldKeep = (change: (result: Result) => void) =>
  database().$transaction(async (tx) => {
    const result = aResult();
    change(result);
    await write(tx, result);
    throw new Undone("it was kept");
  });

describe("the result of a draw", () => {
  it("is kept when list, places, strata and draw add up", async () => {
    await expect(wouldKeep(() => {})).rejects.toThrow(Undone);
  });

  it.each<[string, string, (result: Result) => void]>([
    ["a line of the list has no place", "each line", ({ places }) => void places.pop()],
    ["a rank stays empty", "each line", ({ places }) => void Object.assign(places[4] ?? {}, { rank: 6 })],
    [
      "a place is none of the list",
      "each line",
      ({ places }) => void Object.assign(places.at(-1) ?? {}, { position: 5 }),
    ],
    [
      "somebody more is selected than the draw says",
      "not as many",
      ({ places }) => void Object.assign(places[4] ?? {}, { outcome: "selected" }),
    ],
    [
      "the strata have more selected than there are",
      "not as many",
      ({ strata }) => void Object.assign(strata[0] ?? {}, { selected: 1 }),
    ],
    ["a stratum is missing", "not as many", ({ strata }) => void strata.pop()],
    [
      "a stratum ends further down than anybody who was selected",
      "not as many",
      ({ strata }) => void Object.assign(strata[0] ?? {}, { cutOff: 3 }),
    ],
    [
      "a stratum ends with somebody of another",
      "ends with somebody",
      ({ strata }) => void Object.assign(strata[1] ?? {}, { cutOff: 2 }),
    ],
  ])("is refused when %s", async (_, reason, change) => {
    await expect(wouldKeep(change)).rejects.toThrow(reason);
  });

  it("gets no stratum afterwards", async () => {
    const late = { waveId, provinceCode: "94", priority: 1, selected: 1, cutOff: 1 };
    const added = database().$transaction(async (tx) => {
      await write(tx, aResult());
      await tx.drawStratum.create({ data: late });
    });
    await expect(added).rejects.toThrow("written with the draw");
  });
});
