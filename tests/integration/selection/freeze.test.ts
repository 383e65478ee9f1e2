import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { decideEligibility } from "#features/selection/policy/eligibility.ts";
import { freezeWaveReaction } from "#features/selection/use-cases/carry-out-freeze.ts";
import { findRegisterFacts } from "#features/verification/queries.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import { addSeconds, type Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { insertEntry, insertWave } from "../../../prisma/seed/people.ts";
import { below, cardOf, type Facts, fine, insertCrowd, insertRecipients } from "./crowds.ts";
import {
  aClosedWave,
  askForFreeze,
  closing,
  freeze,
  minutesOn,
  opening,
  putAside,
  stand,
  theStaff,
} from "./drawing.ts";

const CLOSING_DAY = "2026-12-08" as Day;
const sha = (...parts: readonly (string | Uint8Array)[]) => {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest();
};
const undecided = new Set<string>();
const idBytes = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");

/** Waves of one test stand in nobody's way afterwards. */
async function aWaveOf(people: readonly ParticipantId[], quota = 5): Promise<string> {
  const waveId = await aClosedWave(people, quota);
  undecided.add(waveId);
  return waveId;
}
afterEach(async () => {
  for (const waveId of undecided) await putAside(waveId);
  undecided.clear();
});

const some = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
const rarely = () => below(12) === 0;

/** Everything that may speak against a person, each now and then. */
function anybody(): Facts {
  const register = some(["education", "social_aid", "occupation", "blacklist", "priority"] as const);
  const since = some(["2026-01-01", CLOSING_DAY, "2026-12-09"]);
  const until = some([null, "2026-12-07", CLOSING_DAY, "2027-01-01"]);
  const births = ["1961-12-08", "1961-12-09", "2008-12-08", "2008-12-09", "2008-02-29", "1940-01-01"];
  return {
    verified: !rarely(),
    recipient: rarely(),
    barred: rarely(),
    statements: {
      excludedOccupation: rarely(),
      inEducation: rarely(),
      otherAid: rarely(),
      ...(rarely() ? { employment: "laid-off" } : {}),
    },
    birth: rarely() ? null : some([fine.birth, fine.birth, fine.birth, ...births]),
    province: rarely() ? null : some(["12", "31", "94"]),
    family: rarely() ? null : some(["", "", "", "a", "b", "c"]),
    listed: rarely() || rarely() ? [{ register, since, until }] : [],
    reviewed: rarely(),
    excluded: rarely(),
  };
}

async function exclude(waveId: string, participantId: ParticipantId): Promise<void> {
  const [first] = await theStaff();
  const by = { excludedBy: first.accountId, excludedAt: minutesOn(0) };
  await database().waveExclusion.create({
    data: { waveId, participantId, reason: "double-registration", note: "Two registrations.", ...by },
  });
}

describe("the list of a wave", () => {
  it("holds everybody who joined with the verdict that the policy gives, whatever speaks against them", async () => {
    const crowd = Array.from({ length: 500 }, anybody);
    const people = await insertCrowd(crowd);
    const before = await insertWave(900, 5, opening);
    const recipients = people.flatMap((id, index) =>
      crowd[index]?.recipient ? [{ id, family: id, place: 1 }] : [],
    );
    const [aunt, uncle, cousin] = await insertCrowd([fine, fine, fine]);
    await insertRecipients(before, [
      ...recipients,
      { id: aunt ?? "", family: "a", place: 1 },
      { id: uncle ?? "", family: "a", place: 2 },
      { id: cousin ?? "", family: "b", place: 1 },
    ]);
    const waveId = await aWaveOf(people);
    for (const [index, person] of people.entries()) if (crowd[index]?.excluded) await exclude(waveId, person);
    await freeze(waveId);

    const facts = await findRegisterFacts(people, CLOSING_DAY);
    const { parameters } = await findSchemeOfWave(waveId);
    const expected = people.map((participantId, index) => {
      const { statements, ...stated } = crowd[index] ?? fine;
      const listed = facts.get(participantId);
      const decision = decideEligibility(
        {
          ...stated,
          birth: stated.birth as Day | null,
          hasFamilyCard: stated.family !== null,
          blacklisted: stated.barred || listed?.blacklisted === true,
          excludedOccupation: statements.excludedOccupation === true || listed?.excludedOccupation === true,
          inEducation: statements.inEducation === true || listed?.inEducation === true,
          otherAid: statements.otherAid === true || listed?.receivesAid === true,
          laidOff: statements.employment === "laid-off" || listed?.priority === true,
          familyRecipients: { a: 2, b: 1 }[stated.family ?? ""] ?? (stated.recipient ? 1 : 0),
        },
        parameters,
        CLOSING_DAY,
      );
      return [participantId, decision.ok ? null : decision.refusal.code] as const;
    });
    const kept = await database().frozenEntry.findMany({ where: { waveId } });
    expect(new Map(kept.map((entry) => [entry.participantId, entry.refusal]))).toEqual(new Map(expected));
    expect(new Set(expected.map(([, code]) => code)).size).toBe(10);
    const list = await database().drawList.findUniqueOrThrow({ where: { waveId } });
    const eligible = expected.filter(([, code]) => code === null).length;
    expect(list).toMatchObject({ entryCount: eligible, refusedCount: people.length - eligible, rule: 2 });
    const laidOff = kept.filter((entry) => entry.laidOff && entry.refusal === null).length;
    expect(await database().drawLeaf.count({ where: { waveId, priority: 0 } })).toBe(laidOff);
    expect(laidOff).toBeGreaterThan(0);
  });

  it("is made to the byte as it is written, in the order of its leaves", async () => {
    const people = await insertCrowd(
      Array.from({ length: 20 }, (_, index) => ({ ...fine, family: `family ${index % 7}` })),
    );
    const waveId = await aWaveOf(people);
    await freeze(waveId);
    const { salt } = await database().drawList.findUniqueOrThrow({ where: { waveId } });
    const lines = await database().drawLeaf.findMany({ where: { waveId }, orderBy: { position: "asc" } });
    const expected = people.map((id, index) => {
      const own = sha(salt, "entry", idBytes(id)).subarray(0, 16);
      const entry = sha(own, idBytes(id));
      const family = sha(salt, "family", cardOf(`family ${index % 7}`)).subarray(0, 16);
      const line = `${entry.toString("hex")},12,1,1,${family.toString("hex")},0`;
      return { participantId: id, leaf: sha(Uint8Array.of(0), line).toString("hex") };
    });
    expected.sort((one, other) => (one.leaf < other.leaf ? -1 : 1));
    expect(
      lines.map(({ participantId, leaf }) => ({ participantId, leaf: Buffer.from(leaf).toString("hex") })),
    ).toEqual(expected);
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => index));
    // Six cards of three people may become full, one of two never does.
    expect(new Set(lines.map(({ crowd }) => crowd)).size).toBe(7);
  });

  it.each([0, 1, 2, 3, 255, 256, 257, 600])(
    "of %i lines has the root of the tree over its leaves",
    async (size) => {
      const waveId = await aWaveOf(
        await insertCrowd(Array.from({ length: size }, () => ({ ...fine, family: "" }))),
      );
      await freeze(waveId);
      const lines = await database().drawLeaf.findMany({ where: { waveId }, orderBy: { position: "asc" } });
      let level = lines.map(({ leaf }) => Buffer.from(leaf));
      const levels = [level];
      while (level.length > 1) {
        const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, index) =>
          level.slice(index * 2, index * 2 + 2),
        );
        level = pairs.map(([left = Buffer.of(), right]) =>
          right ? sha(Uint8Array.of(1), left, right) : left,
        );
        levels.push(level);
      }
      const { root } = await database().drawList.findUniqueOrThrow({ where: { waveId } });
      expect(Buffer.from(root)).toEqual(level[0] ?? sha(""));
      const rows = await database().drawTree.findMany({
        where: { waveId, level: 8 },
        orderBy: { block: "asc" },
      });
      if (size > 0)
        expect(Buffer.concat(rows.map(({ hashes }) => hashes))).toEqual(
          Buffer.concat(levels[8] ?? [level[0] as Buffer]),
        );
    },
  );

  it("is fixed once, also when it is asked for twice and the work is done twice", async () => {
    const waveId = await aWaveOf(await insertCrowd([{ ...fine, family: "" }]));
    expect((await askForFreeze(waveId)).ok).toBe(true);
    expect(await askForFreeze(waveId)).toMatchObject({ refusal: { code: "selection-under-way" } });
    await Promise.all([1, 2].map((minutes) => freezeWaveReaction({ waveId }, { now: minutesOn(minutes) })));
    await freezeWaveReaction({ waveId }, { now: minutesOn(9) });
    expect(await database().drawList.count({ where: { waveId } })).toBe(1);
    expect(await askForFreeze(waveId)).toMatchObject({ refusal: { code: "selection-frozen-already" } });
    const trail = await database().auditEvent.findMany({
      where: { subject: `wave:${waveId}` },
      orderBy: { at: "asc" },
    });
    expect(trail.map(({ action }) => action)).toEqual(["freeze-asked", "wave-frozen"]);
  });

  it("is not fixed while people may still join", async () => {
    const waveId = await insertWave(901, 5, opening);
    expect(await askForFreeze(waveId)).toMatchObject({ refusal: { code: "selection-wave-not-closed" } });
  });

  it("waits until the recipients of the wave before are determined, and says why", async () => {
    const [first, second] = [await aWaveOf([]), await aWaveOf([])];
    expect((await askForFreeze(second)).ok).toBe(true);
    await freeze(first);
    await freezeWaveReaction({ waveId: second }, { now: minutesOn(3) });
    const run = { where: { waveId_step: { waveId: second, step: "freeze" as const } } };
    expect(await database().selectionRun.findUnique(run)).toMatchObject({
      failure: "selection-another-undecided",
      finishedAt: null,
    });
    expect(await askForFreeze(second)).toMatchObject({ refusal: { code: "selection-another-undecided" } });
    await stand(first, "decided");
    expect(await askForFreeze(second)).toMatchObject({ refusal: { code: "selection-another-undecided" } });
    await putAside(first);
    await freeze(second);
    expect(await database().selectionRun.findUnique(run)).toMatchObject({
      failure: null,
      finishedAt: minutesOn(2),
    });
  });
});

describe("the database", () => {
  it("keeps a fixed list, its lines and its tree as they are", async () => {
    const [person] = await insertCrowd([{ ...fine, family: "" }]);
    const waveId = await aWaveOf(person ? [person] : []);
    await freeze(waveId);
    const where = { waveId };
    await expect(database().drawList.updateMany({ where, data: { entryCount: 7 } })).rejects.toThrow(
      "only grows",
    );
    await expect(database().drawLeaf.updateMany({ where, data: { priority: 0 } })).rejects.toThrow(
      "only grows",
    );
    await expect(database().drawTree.deleteMany({ where })).rejects.toThrow("only grows");
    await expect(database().frozenEntry.updateMany({ where, data: { refusal: null } })).rejects.toThrow(
      "only grows",
    );
    const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    for (const table of ["draw_leaf", `draw_leaf_${number}`])
      await expect(database().$executeRawUnsafe(`TRUNCATE ${table}`)).rejects.toThrow("only grows");
    await expect(exclude(waveId, person as ParticipantId)).rejects.toThrow("nobody is taken out");
    await expect(insertEntry(await newcomer(), waveId, addSeconds(closing, -60))).rejects.toThrow("not open");
  });

  it("lets a wave go no other way than forward", async () => {
    const waveId = await aWaveOf([]);
    const move = (status: "drawn" | "open" | "reviewed") =>
      database().wave.update({ where: { id: waveId }, data: { status } });
    await expect(move("drawn")).rejects.toThrow("cannot go from closed to drawn");
    await freeze(waveId);
    await expect(move("open")).rejects.toThrow("cannot go from frozen to open");
    await expect(move("reviewed")).rejects.toThrow("cannot go from frozen to reviewed");
    await expect(move("drawn")).rejects.toThrow("approval of two persons");
  });
});

async function newcomer(): Promise<ParticipantId> {
  const [person] = await insertCrowd([fine]);
  if (!person) throw new Error("nobody came");
  return person;
}
