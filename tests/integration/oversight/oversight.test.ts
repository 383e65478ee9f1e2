import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import {
  countStages,
  findAheadSeconds,
  findAuditTrail,
  findNextDeadline,
  findOpenTasks,
} from "#features/oversight/queries.ts";
import { moveClock } from "#features/oversight/use-cases/move-clock.ts";
import { addSeconds, secondsBetween } from "#kernel/calendar.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { forgetProgrammeTime, programmeNow } from "#platform/db/clock.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertWave } from "../../../prisma/seed/people.ts";
import { anAdministrator } from "../../support/people.ts";

const day = 86_400;
let admin: StaffActor;

beforeEach(async () => {
  admin ??= {
    role: "administrator",
    accountId: (await anAdministrator(new Date("2026-11-24T03:00:00Z"))) as AccountId,
    providerSlug: null,
    platformSlug: null,
  };
  forgetProgrammeTime();
});

async function move(step: "day" | "month" | "deadline", demo = true) {
  const moved = await inOneTransaction(admin, (work) => moveClock(work, { step, demo }));
  forgetProgrammeTime();
  return moved;
}

describe("the simulation clock", () => {
  it("moves the whole programme a day on, and again a month, from where it stands", async () => {
    const [ahead, before] = [await findAheadSeconds(), await programmeNow()];
    expect((await move("day")).ok).toBe(true);
    expect((await move("month")).ok).toBe(true);
    expect(await findAheadSeconds()).toBe(ahead + 31 * day);
    const passed = secondsBetween(before, await programmeNow());
    expect(passed).toBeGreaterThanOrEqual(31 * day);
    expect(passed).toBeLessThan(31 * day + 60);
  });

  it("moves just beyond the next deadline, however far ahead it runs already", async () => {
    await move("month");
    const closesAt = addSeconds(await programmeNow(), 3 * day);
    const waveId = await insertWave(77, 1, addSeconds(closesAt, -14 * day));
    await database().wave.update({ where: { id: waveId }, data: { closesAt } });
    const deadline = await findNextDeadline(await programmeNow());
    expect(deadline).toEqual({ kind: "wave-closes", at: closesAt });

    expect((await move("deadline")).ok).toBe(true);
    const beyond = secondsBetween(closesAt, await programmeNow());
    expect(beyond).toBeGreaterThan(0);
    expect(beyond).toBeLessThan(60);
    await database().wave.update({ where: { id: waveId }, data: { status: "closed", closedAt: closesAt } });
  });

  it("stays where it is when nothing is planned", async () => {
    const before = await findAheadSeconds();
    expect(await move("deadline")).toEqual({ ok: false, refusal: { code: "clock-no-deadline" } });
    expect(await findAheadSeconds()).toBe(before);
  });

  it("does not move outside demo mode", async () => {
    const before = await findAheadSeconds();
    expect(await move("day", false)).toEqual({ ok: false, refusal: { code: "clock-not-in-demo" } });
    expect(await findAheadSeconds()).toBe(before);
  });

  it("moved by two at once counts both steps", async () => {
    const before = await findAheadSeconds();
    await Promise.all([move("day"), move("day")]);
    expect(await findAheadSeconds()).toBe(before + 2 * day);
  });

  it("never goes back, says the database", async () => {
    await move("day");
    const back = database().simulationClock.update({ where: { id: 1 }, data: { aheadSeconds: -1n } });
    await expect(back).rejects.toThrow("simulation_clock_one_row");
  });

  it("leaves a row in the trail for each move", async () => {
    await move("day");
    const { rows } = await findAuditTrail();
    expect(rows).toContainEqual(
      expect.objectContaining({
        action: "clock-moved",
        actor: "Petugas",
        details: expect.objectContaining({ step: "day" }),
      }),
    );
  });
});

describe("the audit trail", () => {
  it("is read latest first, page by page, without gaps", async () => {
    const start = new Date("2026-01-01T00:00:00Z");
    for (let index = 0; index < 60; index += 1) {
      const now = addSeconds(start, index);
      await inOneTransaction(
        admin,
        async (work) => {
          await work.record({ action: "tried", details: { index } });
          return ok(null);
        },
        { now },
      );
    }
    const first = await findAuditTrail();
    const second = await findAuditTrail(first.next ?? undefined);
    const tried = [...first.rows, ...second.rows].filter(({ action }) => action === "tried");
    expect(first.rows).toHaveLength(50);
    expect(tried.map(({ details }) => details.index)).toEqual(
      Array.from({ length: 60 }, (_, index) => 59 - index),
    );
  });

  it("only grows, says the database", async () => {
    await move("day");
    await expect(database().auditEvent.deleteMany({})).rejects.toThrow("only grows");
  });
});

describe("the overview", () => {
  it("counts every stage", async () => {
    const counts = await countStages();
    expect(counts).toHaveLength(12);
    expect(counts[0]).toMatchObject({ stage: "accounts", about: false });
    expect(counts[0]?.count).toBe(await database().account.count());
  });

  it("tells what waits: a wave to draw, a wave to publish, and that none is planned", async () => {
    const waveId = await insertWave(78, 1, new Date("2026-11-24T03:00:00Z"));
    const stands = (status: "closed" | "drawn") =>
      database().$transaction(async (tx) => {
        // Past the rules of a wave's life, which are not what this is about.
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
        await tx.wave.update({ where: { id: waveId }, data: { status } });
      });
    await stands("closed");
    expect(await findOpenTasks()).toContainEqual({ kind: "wave-to-draw", waveId, number: 78 });
    expect(await findOpenTasks()).toContainEqual({ kind: "no-wave-planned" });
    await stands("drawn");
    expect(await findOpenTasks()).toContainEqual({ kind: "wave-to-publish", waveId, number: 78 });
  });
});
