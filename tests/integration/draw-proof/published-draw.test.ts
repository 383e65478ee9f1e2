import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishWaveReaction } from "#features/determination/use-cases/publish-wave.ts";
import { findPublicDraw, findPublicDraws } from "#features/draw-proof/queries/draws.ts";
import { drawFile, listLines, resultLines } from "#features/draw-proof/queries/files.ts";
import { findOwnWave } from "#features/draw-proof/queries/own-wave.ts";
import type { OwnWave, PublicDraw } from "#features/draw-proof/types.ts";
import { drawWaveReaction } from "#features/selection/use-cases/carry-out-draw.ts";
import { markReviewed } from "#features/selection/use-cases/mark-reviewed.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { writeFiles } from "../../support/draw-bundles.ts";
import { type Verifier, verify } from "../../support/draw-verifiers.ts";
import { pressDecide, pressPublish } from "../determination/results.ts";
import { type Facts, fine, insertCrowd } from "../selection/crowds.ts";
import { aClosedWave, freeze, minutesOn, pressDraw, showValues, theStaff } from "../selection/drawing.ts";

// One wave on its whole way; each stage is what the public and the wave's people see then.

const QUOTA = 70;
const secrets = ["o".repeat(32), "w".repeat(32), "7451,09"] as const;
let folder: string;
let waveId: string;
let people: ParticipantId[];
let pupil: ParticipantId;
/** What one of the draw and one who is not saw when the draw was over and not published. */
let beforehand: readonly (OwnWave | null)[];
const stages = new Map<string, PublicDraw>();
const bundleAt = (stage: string) => join(folder, stage);

/** Keeps the published files as anybody would download them now. */
async function download(stage: string): Promise<void> {
  const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
  const draw = await findPublicDraw(number);
  if (!draw) throw new Error("the list is not public");
  stages.set(stage, draw);
  await writeFiles(bundleAt(stage), {
    "undian.json": drawFile(draw),
    "daftar.csv": await joined(listLines(draw)),
    ...(draw.result ? { "hasil.csv": await joined(resultLines(draw)) } : {}),
  });
}

async function joined(chunks: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}

const numberOf = () => stages.get("frozen")?.number ?? 0;
const ownWave = (person: ParticipantId) => findOwnWave(person, numberOf());

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "published-"));
  const crowd = Array.from(
    { length: 300 },
    (_, index): Facts => ({
      ...fine,
      family: `family ${index >> 1}`,
      province: ["11", "12", "94"][index % 3] ?? null,
      statements: index % 5 === 0 ? { employment: "laid-off" } : {},
    }),
  );
  people = await insertCrowd(crowd);
  const [refused] = await insertCrowd([{ ...fine, family: "", statements: { inEducation: true } }]);
  if (!refused) throw new Error("nobody is refused");
  pupil = refused;
  waveId = await aClosedWave([...people, pupil], QUOTA);
  const [first, second] = await theStaff();
  await freeze(waveId);
  await download("frozen");
  await showValues(waveId, secrets);
  await download("shown");
  await pressDraw(first, waveId);
  await pressDraw(second, waveId);
  await drawWaveReaction({ waveId }, { now: minutesOn(72) });
  await download("drawn");
  beforehand = await Promise.all([people[0] ?? pupil, pupil].map(ownWave));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

async function publish(): Promise<void> {
  if (stages.has("published")) return;
  const [first, second] = await theStaff();
  await inOneTransaction(first, (work) => markReviewed(work, { waveId }), { now: minutesOn(80) });
  await pressDecide(first, waveId);
  await pressPublish(first, waveId);
  await pressPublish(second, waveId);
  await publishWaveReaction({ waveId }, { now: minutesOn(105) });
  await download("published");
}

const both: readonly Verifier[] = ["node", "python"];

describe("before the publication", () => {
  it.each(["frozen", "shown", "drawn"])("both verifiers find the %s wave right so far", async (stage) => {
    for (const verifier of both) {
      const { code, text } = await verify(verifier, bundleAt(stage));
      expect(text).toContain("VERDICT: CORRECT SO FAR");
      expect(code).toBe(0);
    }
  });

  it("the seed is public with the last value, the result is not", () => {
    expect(stages.get("frozen")).toMatchObject({
      seed: null,
      result: null,
      entryCount: 300,
      refusedCount: 1,
    });
    const { seed, result } = stages.get("drawn") ?? {};
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    expect(stages.get("shown")?.seed).toBe(seed);
    expect(result).toBeNull();
  });
});

describe("a person of the wave", () => {
  it("is shown that they stand in the list and nothing of the result until the publication", () => {
    const [person, refused] = beforehand;
    expect(person).toMatchObject({ result: null, objectionsUntil: null });
    expect(person?.proof).toMatchObject({ rank: null, stratumRank: null, outcome: null, cutOff: null });
    expect(refused).toMatchObject({ result: null, proof: null });
  });

  it("has a proof that both verifiers follow to the root, and to their place after the publication", async () => {
    await publish();
    for (const person of [people[0], people[1], people[150], people[298], people[299]]) {
      const proof = person && (await ownWave(person))?.proof;
      expect(proof).toMatchObject({ participant: person, root: stages.get("frozen")?.ceremony.root });
      const file = join(folder, `${person}.json`);
      await writeFiles(folder, { [`${person}.json`]: JSON.stringify(proof) });
      for (const verifier of both) {
        const { code, text } = await verify(verifier, bundleAt("published"), "--bukti", file);
        expect(text).toContain("the person is in the list with this root");
        expect(text).toContain("VERDICT: CORRECT");
        expect(code).toBe(0);
      }
    }
  });

  it("learns at the publication whether they were selected, and that a recipient has a decree", async () => {
    await publish();
    const kinds = new Map<string, number>();
    for (const wave of await Promise.all(people.map(ownWave))) {
      const { result, proof } = wave ?? {};
      const kind = result?.kind === "drawn" ? result.outcome : (result?.kind ?? "none");
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kind === "recipient") expect(proof?.stratumRank).toBeLessThanOrEqual(proof?.cutOff ?? 0);
    }
    expect(kinds.get("recipient")).toBe(QUOTA);
    expect([...kinds.values()].reduce((sum, count) => sum + count)).toBe(300);
  });

  it("who was not in the draw learns why, from which facts and by which rules", async () => {
    await publish();
    expect(await ownWave(pupil)).toMatchObject({
      proof: null,
      result: { kind: "not-in-draw", code: "entry-in-education", rule: 2, facts: { inEducation: true } },
    });
  });

  it("is told nothing of a wave that they did not join", async () => {
    const [stranger] = await insertCrowd([fine]);
    expect(stranger && (await ownWave(stranger))).toBeNull();
  });
});

describe("after the publication", () => {
  it("both verifiers find the whole draw right", async () => {
    await publish();
    for (const verifier of both) {
      const { code, text } = await verify(verifier, bundleAt("published"));
      expect(text).toContain("HASIL: BENAR | VERDICT: CORRECT\n");
      expect(code).toBe(0);
    }
  });

  it("the strata keep how far the draw went, and never change", async () => {
    await publish();
    const strata = await database().drawStratum.findMany({ where: { waveId } });
    expect(strata.reduce((sum, { selected }) => sum + selected, 0)).toBe(QUOTA);
    await expect(database().drawStratum.deleteMany({ where: { waveId } })).rejects.toThrow();
  });

  it("the wave stands first among all draws", async () => {
    await publish();
    const { rows } = await findPublicDraws();
    expect(rows[0]).toMatchObject({ number: numberOf(), entryCount: 300, quota: QUOTA });
  });
});
