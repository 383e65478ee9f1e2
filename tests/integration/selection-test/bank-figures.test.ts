import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { findExposure } from "#features/selection-test/queries/bank.ts";
import { findMeasuredItem } from "#features/selection-test/queries/bank-statistics.ts";
import { measureItemsDue } from "#features/selection-test/use-cases/measure-items.ts";
import { addDays, addSeconds, dayInWib, startOfDay } from "#kernel/calendar.ts";
import { uuidv7 } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { anAccount } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
let codes: readonly string[] = [];
let count = 0;

/** Chance that comes the same in every run. */
const roll = (text: string, limit: number) => (createHash("sha256").update(text).digest()[0] ?? 0) % limit;

/** What one person gave to every item of a test: the option, or null for left open. */
type Given = readonly (number | null)[];

beforeEach(async () => {
  const rows = await database().testItem.findMany({
    where: { kind: "numeracy", active: true },
    orderBy: { code: "asc" },
    take: 4,
  });
  codes = rows.map(({ id }) => id);
  await measureItemsDue(now);
  await database().testItemExposure.deleteMany();
  await database().testDay.deleteMany();
  await database().testItemMeasure.deleteMany();
  await database().testItemChoice.deleteMany();
  await database().testItemTime.deleteMany();
  await database().testItemDay.deleteMany();
});

/** A test of these four items. Each answer is saved ten seconds after the one before. */
async function anAttempt(given: Given, at = now, isSubmitted = true): Promise<string> {
  count += 1;
  const id = uuidv7(
    at,
    Uint8Array.from({ length: 10 }, (_, index) => roll(`${count} ${index}`, 256)),
  );
  await database().testAttempt.create({
    data: {
      id,
      participantId: await anAccount(at),
      schemeCode: "A",
      seed: new Uint8Array(32),
      startedAt: at,
      endsAt: addSeconds(at, 1_500),
      answers: {
        create: given.map((choice, index) => ({
          position: index + 1,
          itemId: codes[index] ?? "",
          optionOrder: [0, 1, 2, 3],
          choice,
          answeredAt: choice === null ? null : addSeconds(at, (index + 1) * 10),
        })),
      },
    },
  });
  if (isSubmitted) await handIn(id, at);
  return id;
}

async function handIn(id: string, at: Date): Promise<void> {
  await database().testAttempt.update({
    where: { id },
    data: { submittedAt: addSeconds(at, 900), submittedBy: "participant" },
  });
}

/** The index of the right option. */
async function keyOf(index: number): Promise<number> {
  const row = await database().testItem.findUniqueOrThrow({ where: { id: codes[index] } });
  return row.answer ?? 0;
}

const figures = async (index: number) => (await findMeasuredItem(codes[index] ?? ""))?.figures;

/** Pearson's r of two lists, by its first definition. */
function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [a, b] = [mean(one), mean(other)];
  const sum = (of: (index: number) => number) => one.reduce((total, _, index) => total + of(index), 0);
  const [da, db] = [(index: number) => (one[index] ?? 0) - a, (index: number) => (other[index] ?? 0) - b];
  return sum((i) => da(i) * db(i)) / Math.sqrt(sum((i) => da(i) ** 2) * sum((i) => db(i) ** 2));
}

describe("what the answers say of an item", () => {
  it("is what anybody would work out from the stored answers", async () => {
    const keys = await Promise.all([0, 1, 2, 3].map(keyOf));
    const given = Array.from({ length: 30 }, (_, person) =>
      keys.map((key, index) => {
        const luck = roll(`${person} ${index}`, 10);
        if (luck === 0) return null;
        return luck < 4 + (person % 5) ? key : (key + 1 + (luck % 3)) % 4;
      }),
    );
    for (const answers of given) await anAttempt(answers);
    await measureItemsDue(now);

    const isRight = (answers: Given, index: number): number => (answers[index] === keys[index] ? 1 : 0);
    const right = given.map((answers) => isRight(answers, 0));
    const rest = given.map((answers) =>
      Math.round(([1, 2, 3].reduce((sum, i) => sum + isRight(answers, i), 0) / 3) * 1000),
    );
    const found = await figures(0);
    expect(found?.answers).toBe(30);
    expect(found?.difficulty).toBeCloseTo(right.reduce((sum, one) => sum + one, 0) / 30, 10);
    expect(found?.discrimination).toBeCloseTo(correlation(right, rest), 10);
    expect(found?.omitted).toBeCloseTo(given.filter((answers) => answers[0] === null).length / 30, 10);
    for (const { choice, answers, meanRest } of found?.options ?? []) {
      const takers = given.flatMap((one, index) => (one[0] === choice ? [rest[index] ?? 0] : []));
      expect(answers).toBe(takers.length);
      if (takers.length > 0)
        expect(meanRest).toBeCloseTo(takers.reduce((sum, one) => sum + one, 0) / takers.length / 1000, 10);
    }
    expect(found?.medianSeconds).toBe(12.5);
  });

  it("counts every test once, however often and by how many it is looked at", async () => {
    const first = await anAttempt([0, 0, 0, 0]);
    await Promise.all([measureItemsDue(now), measureItemsDue(now), measureItemsDue(now)]);
    await measureItemsDue(now);
    expect((await figures(0))?.answers).toBe(1);
    await database().testAttempt.update({ where: { id: first }, data: { supersededAt: now } });
    await anAttempt([1, 1, 1, 1]);
    await measureItemsDue(now);
    expect((await figures(0))?.answers).toBe(2);
    expect(await database().testUncounted.count()).toBe(0);
  });

  it("waits until the test is handed in", async () => {
    const id = await anAttempt([0, 0, 0, 0], now, false);
    await measureItemsDue(now);
    expect((await figures(0))?.answers).toBe(0);
    expect((await findExposure(codes[0] ?? "", now)).shown).toBe(1);
    await handIn(id, now);
    await measureItemsDue(now);
    expect((await figures(0))?.answers).toBe(1);
    expect((await findExposure(codes[0] ?? "", now)).shown).toBe(1);
  });

  it("are kept by the day of the hand-in, so that an item that became known shows", async () => {
    const itemId = codes[0] ?? "";
    const key = await keyOf(0);
    const weekBefore = addSeconds(now, -8 * 86_400);
    await anAttempt([key, 0, 0, 0], weekBefore);
    await anAttempt([key, 0, 0, 0]);
    await anAttempt([(key + 1) % 4, 0, 0, 0]);
    await measureItemsDue(now);
    const days = await database().testItemDay.findMany({ where: { itemId }, orderBy: { day: "asc" } });
    expect(days.map(({ answers, right, quickRight }) => [answers, right, quickRight])).toEqual([
      [1, 1, 0],
      [2, 1, 0],
    ]);
    expect((await figures(0))?.flags).not.toContain("suspected-leak");

    const [earlier, lately] = days.map(({ day }) => ({ itemId_day: { itemId, day } }));
    if (!earlier || !lately) throw new Error("two days were counted");
    await database().testItemDay.update({ where: earlier, data: { answers: 1_000, right: 550 } });
    await database().testItemDay.update({ where: lately, data: { answers: 300, right: 270 } });
    expect((await figures(0))?.flags).toContain("suspected-leak");
  });

  it("passes by a test that was erased before it was counted", async () => {
    const id = await anAttempt([0, 0, 0, 0]);
    await database().testAnswer.deleteMany({ where: { attemptId: id } });
    await database().testAttempt.delete({ where: { id } });
    expect(await measureItemsDue(now)).toBeGreaterThan(0);
    expect((await figures(0))?.answers).toBe(0);
    expect(await database().testUncounted.count()).toBe(0);
  });
});

describe("how often an item is shown", () => {
  const isDrawn = async (id: string) =>
    (await database().testItem.findUniqueOrThrow({ where: { id } })).active;

  it("is counted by days of WIB, over thirty of them", async () => {
    const lastMoment = addSeconds(startOfDay(addDays(dayInWib(now), 1)), -1);
    await anAttempt([0, 0, 0, 0], lastMoment);
    await anAttempt([0, 0, 0, 0], startOfDay(addDays(dayInWib(now), -29)));
    await anAttempt([0, 0, 0, 0], addSeconds(startOfDay(addDays(dayInWib(now), -29)), -1));
    await measureItemsDue(now);
    expect(await findExposure(codes[0] ?? "", now)).toEqual({ shown: 2, attempts: 2 });
  });

  it("lets an item rest beyond its limit, and wakes it when its share has fallen", async () => {
    const [first = "", second = ""] = codes;
    await database().testItem.update({ where: { id: first }, data: { exposureLimit: 90 } });
    for (let person = 0; person < 50; person += 1) await anAttempt([0, 0, 0, 0]);
    await measureItemsDue(now);
    expect(await isDrawn(first)).toBe(false);
    expect(await isDrawn(second)).toBe(true);
    await database().testItem.update({ where: { id: first }, data: { exposureLimit: 100 } });
    await measureItemsDue(now);
    expect(await isDrawn(first)).toBe(true);
  });
});
