import { database, type Transaction } from "#platform/db/client.ts";
import { notificationParameters } from "./schema.ts";
import { type DueEmail, isNotificationKind, type Message, type NotificationId } from "./types.ts";

/** Writes the message with its e-mail due; a message that is there already stays as it is. */
export async function insertNotification(
  tx: Transaction,
  row: Message & { readonly id: NotificationId; readonly participantId: string; readonly createdAt: Date },
): Promise<void> {
  await tx.notification.createMany({ data: [{ ...row, emailDueAt: row.createdAt }], skipDuplicates: true });
}

export async function markAllRead(tx: Transaction, participantId: string, now: Date): Promise<void> {
  await tx.notification.updateMany({ where: { participantId, readAt: null }, data: { readAt: now } });
}

/**
 * Takes the e-mails that are due, oldest first. Each is put off for two minutes, so that two workers never send the
 * same one and a crash loses none.
 */
export async function takeDueEmails(tx: Transaction, now: Date, limit: number): Promise<DueEmail[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE notification SET email_attempts = email_attempts + 1, email_due_at = ${now}::timestamptz + interval '2 minutes'
    WHERE id IN (
      SELECT id FROM notification WHERE email_due_at <= ${now} ORDER BY email_due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) RETURNING id::text`;
  const taken = await tx.notification.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    select: { id: true, participantId: true, kind: true, parameters: true, href: true, emailAttempts: true },
    orderBy: { createdAt: "asc" },
  });
  return taken.flatMap(({ id, kind, parameters, emailAttempts, ...row }) =>
    isNotificationKind(kind)
      ? [
          {
            ...row,
            id: id as NotificationId,
            kind,
            parameters: notificationParameters.parse(parameters),
            attempts: emailAttempts,
          },
        ]
      : [],
  );
}

/** Outside a transaction on purpose: what left the house is written down at once, whatever happens to the rest. */
export async function settleEmail(
  id: NotificationId,
  outcome: { readonly emailedAt: Date | null; readonly emailDueAt: Date | null },
): Promise<void> {
  await database().notification.update({ where: { id }, data: outcome });
}
