import { system } from "#authorization/actor.ts";
import { deadlineAfter } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { deadlineNear } from "../events.ts";
import { determinationWindow, REMINDERS, type Reminder, reminderWindow } from "../policy.ts";
import { findPurchaseTerms } from "../repository/members.ts";
import {
  findNextToRemind,
  findUnboughtToRemind,
  findUnfinishedToRemind,
  findUnredeemedToRemind,
  insertReminder,
} from "../repository/reminders.ts";
import type { NearDeadline } from "../types.ts";

const BATCH = 100;

/** Reminds of deadlines a week and a day before, once each. Says how many reminders were given. */
export async function remindDeadlinesDue(now: Date): Promise<number> {
  let count = 0;
  for (const reminder of REMINDERS) {
    const result = await inOneTransaction(system, (work) => remind(work, reminder), { now });
    if (result.ok) count += result.value;
  }
  return count;
}

async function remind(work: Work, reminder: Reminder) {
  let count = 0;
  for (const near of await findNear(work, reminder)) {
    const { participantId, subject, what, until } = near;
    const { daysBefore } = reminder;
    const isFirst = await insertReminder(work.tx, {
      ...{ participantId, subject, daysBefore },
      remindedAt: work.now,
    });
    if (!isFirst) continue;
    await work.publish(deadlineNear({ participantId, what, until: until.toISOString() }));
    count += 1;
  }
  return ok(count);
}

async function findNear(work: Work, reminder: Reminder): Promise<NearDeadline[]> {
  return [...(await findPurchasesNear(work, reminder)), ...(await findTrainingsNear(work, reminder))];
}

/** The first training, and in some schemes each next one. */
async function findPurchasesNear({ tx, now }: Work, reminder: Reminder): Promise<NearDeadline[]> {
  const { daysBefore } = reminder;
  const near: NearDeadline[] = [];
  for (const { schemeCode, days, daysToNext } of await findPurchaseTerms(tx)) {
    const window = determinationWindow(now, reminder, days);
    for (const row of await findUnboughtToRemind(tx, schemeCode, window, daysBefore, BATCH))
      near.push({
        participantId: row.participantId,
        subject: "first-purchase",
        what: "first-purchase",
        until: deadlineAfter(row.determinedAt, days),
      });
    if (daysToNext === null) continue;
    const finished = determinationWindow(now, reminder, daysToNext);
    for (const row of await findNextToRemind(tx, schemeCode, finished, daysBefore, BATCH))
      near.push({
        participantId: row.participantId,
        subject: `next:${row.purchaseId}`,
        what: "next-purchase",
        until: deadlineAfter(row.finishedAt, daysToNext),
      });
  }
  return near;
}

/** A code to redeem, and a training to finish. */
async function findTrainingsNear({ tx, now }: Work, reminder: Reminder): Promise<NearDeadline[]> {
  const { daysBefore } = reminder;
  const window = reminderWindow(now, reminder);
  const unredeemed = await findUnredeemedToRemind(tx, window, daysBefore, BATCH);
  const unfinished = await findUnfinishedToRemind(tx, window, daysBefore, BATCH);
  return [
    ...unredeemed.map(({ participantId, purchaseId, redeemBy }) => ({
      ...{ participantId, subject: `redeem:${purchaseId}`, until: redeemBy },
      what: "redeem" as const,
    })),
    ...unfinished.map(({ participantId, purchaseId, finishBy }) => ({
      ...{ participantId, subject: purchaseId, until: finishBy },
      what: "finish-training" as const,
    })),
  ];
}
