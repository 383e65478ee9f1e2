import { beforeEach, describe, expect, it } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { findQuotas, findWave } from "#features/waves/queries.ts";
import { RULE_VERSION } from "#features/waves/types.ts";
import { closeWave } from "#features/waves/use-cases/close-wave.ts";
import { editWave } from "#features/waves/use-cases/edit-wave.ts";
import { openAndCloseWavesDue } from "#features/waves/use-cases/open-and-close-waves.ts";
import { openWave } from "#features/waves/use-cases/open-wave.ts";
import { planWave } from "#features/waves/use-cases/plan-wave.ts";
import { scheduleWave } from "#features/waves/use-cases/schedule-wave.ts";
import { unscheduleWave } from "#features/waves/use-cases/unschedule-wave.ts";
import { withdrawStep } from "#features/waves/use-cases/withdraw-step.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { agreeByTwo, findApproval, findProposal } from "#platform/approval/agree.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import {
  aDraft,
  anOpenWave,
  aPlan,
  aScheduledWave,
  auditOf,
  closeByTwo,
  DAY,
  statusOf,
  twoAdministrators,
} from "./plans.ts";

let now = new Date("2026-11-24T03:00:00Z");
let admins: readonly [StaffActor, StaffActor];
let steps: { readonly admin: StaffActor; readonly now: Date };

beforeEach(async () => {
  // Each test has a time of its own, when the waves of the others are over.
  now = addSeconds(now, 60 * DAY);
  await openAndCloseWavesDue(now);
  admins ??= await twoAdministrators(now);
  steps = { admin: admins[0], now };
});

const refusedWith = (code: string) =>
  expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) });

const plan = (changes: Parameters<typeof aPlan>[1] = {}) =>
  inOneTransaction(admins[0], (work) => planWave(work, aPlan(now, changes)), { now });
const edit = (waveId: string, changes: Parameters<typeof aPlan>[1]) =>
  inOneTransaction(admins[0], (work) => editWave(work, { ...aPlan(now, changes), waveId }), { now });
const schedule = (waveId: string) =>
  inOneTransaction(admins[0], (work) => scheduleWave(work, { waveId }), { now });
const unschedule = (waveId: string) =>
  inOneTransaction(admins[0], (work) => unscheduleWave(work, { waveId }), { now });
const open = (waveId: string, at = now) =>
  inOneTransaction(admins[0], (work) => openWave(work, { waveId }), { now: at });
const close = (waveId: string, admin: StaffActor, at = now) =>
  inOneTransaction(admin, (work) => closeWave(work, { waveId }), { now: at });
const withdraw = (waveId: string, admin: StaffActor) =>
  inOneTransaction(admin, (work) => withdrawStep(work, { waveId, step: "close" }), { now });

describe("planning", () => {
  it("keeps a draft with its parts, which are written anew as a whole", async () => {
    const waveId = await aDraft(steps, {
      quota: 5,
      provinces: new Map([
        ["12", 2],
        ["31", 3],
      ]),
      groups: new Map([[0, 4]]),
    });
    expect(await findQuotas(waveId)).toEqual({
      provinces: new Map([
        ["12", 2],
        ["31", 3],
      ]),
      groups: new Map([[0, 4]]),
    });
    const { number } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    const changes = { number, quota: 7, provinces: new Map([["32", 7]]), closesAt: addSeconds(now, DAY) };
    expect(await edit(waveId, changes)).toEqual({ ok: true, value: { waveId } });
    expect(await findQuotas(waveId)).toEqual({ provinces: new Map([["32", 7]]), groups: new Map() });
    expect(await findWave(waveId)).toMatchObject({
      number,
      quota: 7,
      status: "draft",
      closesAt: addSeconds(now, DAY),
    });
  });

  it.each([
    ["a scheme that is unknown", { schemeCode: "Z" }, "wave-scheme-unknown"],
    ["a province that is none", { provinces: new Map([["99", 1]]) }, "wave-province-unknown"],
    ["parts above the whole", { provinces: new Map([["12", 4]]) }, "wave-provinces-above-quota"],
    ["a limit of a group above the whole", { groups: new Map([[0, 4]]) }, "wave-groups-above-quota"],
    ["places to recover where none became free", { kind: "recovery" as const }, "wave-too-few-free-places"],
  ])("refuses %s", async (_, changes, code) => {
    expect(await plan(changes)).toEqual(refusedWith(code));
    expect(await edit(await aDraft(steps), changes)).toEqual(refusedWith(code));
  });

  it("refuses a number that is taken, also of two at once", async () => {
    const { number } = aPlan(now);
    const answers = await Promise.all([plan({ number }), plan({ number })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusedWith("wave-number-taken"));
    expect(await edit(await aDraft(steps), { number })).toEqual(refusedWith("wave-number-taken"));
  });

  it("of a wave that nobody planned is refused in every step", async () => {
    const waveId = "01a20c83-0000-7000-8000-000000000002";
    const answers = [
      await edit(waveId, {}),
      await schedule(waveId),
      await unschedule(waveId),
      await open(waveId),
      await close(waveId, admins[0]),
      await withdraw(waveId, admins[0]),
    ];
    expect(answers).toEqual(answers.map(() => refusedWith("wave-unknown")));
  });
});

describe("scheduling", () => {
  it("is taken back to a draft, and done again", async () => {
    const waveId = await aScheduledWave(steps);
    expect(await unschedule(waveId)).toEqual({ ok: true, value: { waveId } });
    expect(await unschedule(waveId)).toEqual(refusedWith("wave-wrong-order"));
    expect(await schedule(waveId)).toEqual({ ok: true, value: { waveId } });
    expect(await schedule(waveId)).toEqual(refusedWith("wave-wrong-order"));
    expect((await auditOf(waveId)).map(({ action }) => action).toSorted()).toEqual([
      "wave-planned",
      "wave-scheduled",
      "wave-scheduled",
      "wave-unscheduled",
    ]);
  });

  it("is refused for times that have begun, or in which another wave is announced or open", async () => {
    expect(await schedule(await aDraft(steps, { opensAt: addSeconds(now, -1) }))).toEqual(
      refusedWith("wave-opens-in-past"),
    );
    await anOpenWave(steps, { closesAt: addSeconds(now, DAY) });
    const second = await aDraft(steps, { opensAt: addSeconds(now, DAY - 1) });
    expect(await schedule(second)).toEqual(refusedWith("wave-overlaps"));
    expect(await edit(second, { opensAt: addSeconds(now, DAY) })).toMatchObject({ ok: true });
    expect(await schedule(second)).toMatchObject({ ok: true });
    expect(await edit(second, { opensAt: addSeconds(now, DAY - 1) })).toEqual(refusedWith("wave-overlaps"));
  });

  it("of two waves for the same time at once schedules one", async () => {
    const drafts = [await aDraft(steps), await aDraft(steps)];
    const answers = await Promise.all(drafts.map(schedule));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusedWith("wave-overlaps"));
  });
});

describe("opening", () => {
  it("before its time lets people in from now on, and fixes scheme and rules", async () => {
    const waveId = await aScheduledWave(steps, { opensAt: addSeconds(now, DAY) });
    expect(await open(waveId)).toEqual({ ok: true, value: { waveId } });
    const scheme = await database().scheme.findUniqueOrThrow({ where: { code: "A" } });
    expect(await findWave(waveId)).toMatchObject({
      status: "open",
      opensAt: now,
      openedAt: now,
      parameters: scheme.parameters,
      ruleVersion: RULE_VERSION,
    });
    expect(await open(waveId)).toEqual(refusedWith("wave-wrong-order"));
    expect(await edit(waveId, {})).toEqual(refusedWith("wave-wrong-order"));
    expect(await unschedule(waveId)).toEqual(refusedWith("wave-wrong-order"));
  });

  it("of a draft is refused", async () => {
    expect(await open(await aDraft(steps))).toEqual(refusedWith("wave-wrong-order"));
  });

  it("happens to one wave at a time, also of two at once", async () => {
    const [soon, later] = [DAY, 9 * DAY].map((seconds) => addSeconds(now, seconds));
    const waves = [
      await aScheduledWave(steps, { opensAt: soon, closesAt: addSeconds(soon ?? now, DAY) }),
      await aScheduledWave(steps, { opensAt: later, closesAt: addSeconds(later ?? now, DAY) }),
    ];
    const answers = await Promise.all(waves.map((waveId) => open(waveId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refusedWith("wave-another-is-open"));
  });

  it("fixes quota, parts and scheme, says the database", async () => {
    const waveId = await anOpenWave(steps, { provinces: new Map([["12", 3]]) });
    const change = (data: { quota?: number; schemeCode?: string; ruleVersion?: number; opensAt?: Date }) =>
      database().wave.update({ where: { id: waveId }, data });
    for (const data of [
      { quota: 4 },
      { schemeCode: "B" },
      { ruleVersion: 1 },
      { opensAt: addSeconds(now, 1) },
    ]) {
      await expect(change(data)).rejects.toThrow("are fixed at its opening");
    }
    const parts = { where: { waveId }, data: { places: 2 } };
    await expect(database().waveQuota.updateMany(parts)).rejects.toThrow("are fixed at its opening");
    await expect(database().waveQuota.deleteMany({ where: { waveId } })).rejects.toThrow(
      "are fixed at its opening",
    );
    const another = { waveId, provinceCode: "31", priority: -1, places: 0 };
    await expect(database().waveQuota.create({ data: another })).rejects.toThrow("are fixed at its opening");
  });

  it("is refused while parts are above the whole, says the database", async () => {
    const waveId = await aScheduledWave(steps, { quota: 3 });
    const parts = ["12", "31"].map((provinceCode) => ({ waveId, provinceCode, priority: -1, places: 2 }));
    await database().waveQuota.createMany({ data: parts });
    await expect(open(waveId)).rejects.toThrow("are more than its quota");
    await database().waveQuota.deleteMany({ where: { waveId } });
    await database().waveQuota.create({ data: { waveId, provinceCode: "", priority: 0, places: 4 } });
    await expect(open(waveId)).rejects.toThrow("are more than its quota");
    expect(await statusOf(waveId)).toBe("scheduled");
    await database().waveQuota.deleteMany({ where: { waveId } });
  });

  it("without its scheme's numbers is refused, says the database", async () => {
    const waveId = await aScheduledWave(steps);
    const opened = database().wave.update({ where: { id: waveId }, data: { status: "open" } });
    await expect(opened).rejects.toThrow("opens with its scheme and rule version");
  });
});

describe("closing before time", () => {
  it("takes two: one proposes, another agrees", async () => {
    const [one, other] = admins;
    const waveId = await anOpenWave(steps);
    expect(await close(waveId, one)).toMatchObject({ ok: true });
    const wave = await findWave(waveId);
    expect(wave).toMatchObject({ status: "open", closedAt: null });
    expect(wave && (await findProposal(`wave:${wave.id}`, "close"))).toEqual({
      accountId: one.accountId,
      name: "Petugas",
      proposedAt: now,
    });
    expect(await close(waveId, one)).toEqual(refusedWith("approval-needs-another-person"));
    expect(await close(waveId, other)).toMatchObject({ ok: true });
    expect(await findWave(waveId)).toMatchObject({ status: "closed", closedAt: now });
    expect(wave && (await findProposal(`wave:${wave.id}`, "close"))).toBeNull();
    expect((await auditOf(waveId)).map(({ action, actorId }) => [action, actorId])).toEqual(
      expect.arrayContaining([
        ["step-proposed", one.accountId],
        ["step-approved", other.accountId],
        ["wave-closed", other.accountId],
      ]),
    );
    expect(await close(waveId, other)).toEqual(refusedWith("wave-wrong-order"));
  });

  it("by two at once is one proposal and one agreement", async () => {
    const waveId = await anOpenWave(steps);
    const answers = await Promise.all(admins.map((admin) => close(waveId, admin)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await statusOf(waveId)).toBe("closed");
    expect(await database().approval.count({ where: { subject: `wave:${waveId}` } })).toBe(1);
  });

  it("twice by the same person at once closes nothing", async () => {
    const waveId = await anOpenWave(steps);
    const answers = await Promise.all([1, 2].map(() => close(waveId, admins[0])));
    expect(answers).toContainEqual(refusedWith("approval-needs-another-person"));
    expect(await statusOf(waveId)).toBe("open");
  });

  it.each(["close", "draw", "publish"] as const)(
    "to %s can be withdrawn until it is approved",
    async (step) => {
      const waveId = await aDraft(steps);
      const subject = `wave:${waveId}`;
      const agree = (admin: StaffActor) =>
        inOneTransaction(admin, (work) => agreeByTwo(work, { subject, step }), { now });
      const takeBack = () =>
        inOneTransaction(admins[0], (work) => withdrawStep(work, { waveId, step }), { now });
      const [first, second] = admins;
      expect(await agree(first)).toMatchObject({ value: "proposed" });
      await takeBack();
      expect(await agree(second)).toMatchObject({ value: "proposed" });
      expect(await agree(first)).toMatchObject({ value: "agreed" });
      await takeBack();
      expect(await findApproval(subject, step)).toMatchObject({ approvedBy: first.accountId });
    },
  );

  it("can be withdrawn, and must then be proposed again", async () => {
    const [one, other] = admins;
    const waveId = await anOpenWave(steps);
    await close(waveId, one);
    expect(await withdraw(waveId, other)).toMatchObject({ ok: true });
    expect(await close(waveId, other)).toMatchObject({ ok: true });
    expect(await statusOf(waveId)).toBe("open");
    expect(await close(waveId, one)).toMatchObject({ ok: true });
    expect(await statusOf(waveId)).toBe("closed");
  });

  it("is not needed from its end on: then it closes by itself", async () => {
    const closesAt = addSeconds(now, DAY);
    const waveId = await anOpenWave(steps, { closesAt });
    expect(await close(waveId, admins[0], closesAt)).toEqual(refusedWith("wave-closes-by-itself"));
  });

  it("without the agreement of two is refused, says the database", async () => {
    const waveId = await anOpenWave(steps);
    const set = () =>
      database().wave.update({ where: { id: waveId }, data: { status: "closed", closedAt: now } });
    await expect(set()).rejects.toThrow("with the approval of two persons");
    await close(waveId, admins[0]);
    await expect(set()).rejects.toThrow("with the approval of two persons");
    const approval = await database().approval.findFirstOrThrow({ where: { subject: `wave:${waveId}` } });
    const agree = (approvedBy: string) =>
      database().approval.update({ where: { id: approval.id }, data: { approvedBy, approvedAt: now } });
    await expect(agree(admins[0].accountId)).rejects.toThrow("approval_two_persons");
    await agree(admins[1].accountId);
    expect(await set()).toMatchObject({ status: "closed" });
  });
});

describe("by the wave's times", () => {
  it("it opens, and closes when no join can be under way any more", async () => {
    const [opensAt, closesAt] = [addSeconds(now, DAY), addSeconds(now, 2 * DAY)];
    const waveId = await aScheduledWave(steps, { opensAt, closesAt });
    expect(await openAndCloseWavesDue(addSeconds(opensAt, -0.001))).toBe(0);
    expect(await openAndCloseWavesDue(opensAt)).toBe(1);
    expect(await statusOf(waveId)).toBe("open");
    expect(await openAndCloseWavesDue(addSeconds(closesAt, 89))).toBe(0);
    expect(await openAndCloseWavesDue(addSeconds(closesAt, 90))).toBe(1);
    expect(await statusOf(waveId)).toBe("closed");
    expect(await openAndCloseWavesDue(addSeconds(closesAt, 90))).toBe(0);
    expect((await auditOf(waveId)).filter(({ actorRole }) => actorRole === "system")).toMatchObject([
      { action: "wave-opened", details: { byItsTime: true, rule: RULE_VERSION } },
      { action: "wave-closed", details: { byItsTime: true } },
    ]);
  });

  it("the next one opens to the second, though the one before is not closed yet", async () => {
    const change = addSeconds(now, DAY);
    const first = await anOpenWave(steps, { closesAt: change });
    const second = await aScheduledWave(steps, { opensAt: change });
    expect(await openAndCloseWavesDue(change)).toBe(1);
    expect([await statusOf(first), await statusOf(second)]).toEqual(["open", "open"]);
  });

  it("by two workers at once it happens once", async () => {
    const waveId = await aScheduledWave(steps);
    const answers = await Promise.all([1, 2, 3].map(() => openAndCloseWavesDue(now)));
    expect(answers.toSorted()).toEqual([0, 0, 1]);
    expect((await auditOf(waveId)).filter(({ action }) => action === "wave-opened")).toHaveLength(1);
  });

  it("one whose time was jumped over goes through all its states", async () => {
    const waveId = await aScheduledWave(steps);
    expect(await openAndCloseWavesDue(addSeconds(now, 30 * DAY))).toBe(2);
    expect(await statusOf(waveId)).toBe("closed");
  });

  it("a draft never opens", async () => {
    const waveId = await aDraft(steps);
    expect(await openAndCloseWavesDue(now)).toBe(0);
    expect(await statusOf(waveId)).toBe("draft");
  });
});

it("a wave never goes back or skips a step, says the database", async () => {
  const waveId = await anOpenWave(steps);
  const set = (status: "draft" | "scheduled" | "frozen" | "drawn") =>
    database().wave.update({ where: { id: waveId }, data: { status } });
  for (const status of ["draft", "scheduled", "frozen", "drawn"] as const) {
    await expect(set(status)).rejects.toThrow(`cannot go from open to ${status}`);
  }
  await closeByTwo(waveId, admins, now);
  const again = database().wave.update({ where: { id: waveId }, data: { status: "open" } });
  await expect(again).rejects.toThrow("cannot go from closed to open");
});
