import { system } from "#authorization/actor.ts";
import { deadlineAfter } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { deadlineNear } from "../events.ts";
import { determinationWindow, REMINDERS, type Reminder, reminderWindow } from "../policy.ts";
import { findPurchaseTerms } from "../repository/members.ts";
import { findUnboughtToRemind, findUnfinishedToRemind, insertReminder } from "../repository/reminders.ts";
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

async function findNear({ tx, now }: Work, reminder: Reminder): Promise<NearDeadline[]> {
  const { daysBefore } = reminder;
  const near: NearDeadline[] = [];
  for (const { schemeCode, days } of await findPurchaseTerms(tx)) {
    const window = determinationWindow(now, reminder, days);
    for (const row of await findUnboughtToRemind(tx, schemeCode, window, daysBefore, BATCH))
      near.push({
        participantId: row.participantId,
        subject: "first-purchase",
        what: "first-purchase",
        until: deadlineAfter(row.determinedAt, days),
      });
  }
  const window = reminderWindow(now, reminder);
  for (const row of await findUnfinishedToRemind(tx, window, daysBefore, BATCH))
    near.push({
      participantId: row.participantId,
      subject: row.purchaseId,
      what: "finish-training",
      until: row.finishBy,
    });
  return near;
}
