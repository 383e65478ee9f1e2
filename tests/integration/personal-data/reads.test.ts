import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { findReads } from "#features/personal-data/queries/reads.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { anAccount } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
const officer = {
  role: "officer",
  accountId: randomUUID() as never,
  providerSlug: null,
  platformSlug: null,
} as const;
let sari: ParticipantId;

async function look(participantIds: readonly ParticipantId[], at = now, times = 1): Promise<void> {
  await inOneTransaction(
    officer,
    async (work) => {
      for (let time = 0; time < times; time += 1)
        await work.recordRead({ participantIds, purpose: "office-assistance", data: ["name", "nik"] });
      return ok(null);
    },
    { now: at },
  );
}

beforeEach(async () => {
  sari = await anAccount(now);
});

describe("a person", () => {
  test("sees that nobody looked", async () => {
    expect(await findReads(sari)).toEqual({ reads: [], next: null });
  });

  test("sees which office looked at what and why, and not who by name", async () => {
    await look([sari]);
    expect((await findReads(sari)).reads).toEqual([
      {
        id: expect.any(String),
        at: now,
        role: "officer",
        region: null,
        purpose: "office-assistance",
        data: ["name", "nik"],
      },
    ]);
  });

  test("sees no look at anybody else's data, and cannot page from one", async () => {
    const wati = await anAccount(now);
    await look([wati]);
    const [hers] = (await findReads(wati)).reads;
    expect((await findReads(sari)).reads).toEqual([]);
    expect((await findReads(sari, hers?.id)).reads).toEqual([]);
  });

  test("turns pages without losing or repeating a look", async () => {
    await look([sari], addSeconds(now, 1), 15);
    await look([sari], now, 30);
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const page = await findReads(sari, next ?? undefined);
      seen.push(...page.reads.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
  });
});

describe("the database", () => {
  test.each([
    ["changes", "UPDATE personal_data_read SET purpose = 'support'"],
    ["removes", "DELETE FROM personal_data_read"],
    ["empties", "TRUNCATE personal_data_read"],
  ])("refuses whoever %s the record of looks", async (_, sql) => {
    await look([sari]);
    await expect(database().$executeRawUnsafe(sql)).rejects.toThrow(/only grows|append/i);
  });
});
