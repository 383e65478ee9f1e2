import { formatMoment } from "#i18n/format.ts";
import type { Locale } from "#i18n/messages.ts";
import { refusalSentence, translatorFor } from "#i18n/sentences.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { formatRupiah } from "#kernel/money.ts";
import { database } from "#platform/db/client.ts";
import { notificationParameters } from "./schema.ts";
import {
  isNotificationKind,
  type NotificationId,
  type NotificationKind,
  type NotificationParameters,
  type ReadableNotification,
} from "./types.ts";

const PAGE = 20;

/** How many messages the person has not read yet; the bell stops at 99. */
export async function countUnread(participantId: ParticipantId): Promise<number> {
  return database().notification.count({ where: { participantId, readAt: null }, take: 99 });
}

/** The person's messages, newest first; `before` is the id of the last one on the page before. */
export async function findNotifications(
  participantId: ParticipantId,
  locale: Locale,
  before?: string,
): Promise<{ readonly items: readonly ReadableNotification[]; readonly next: NotificationId | null }> {
  const edge = before
    ? await database().notification.findFirst({
        where: { id: before, participantId },
        select: { id: true, createdAt: true },
      })
    : null;
  const rows = await database().notification.findMany({
    where: {
      participantId,
      ...(edge
        ? { OR: [{ createdAt: { lt: edge.createdAt } }, { createdAt: edge.createdAt, id: { lt: edge.id } }] }
        : {}),
    },
    select: { id: true, kind: true, parameters: true, href: true, createdAt: true, readAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const items = rows.slice(0, PAGE).flatMap(({ kind, parameters, readAt, ...row }) =>
    isNotificationKind(kind)
      ? [
          {
            ...row,
            id: row.id as NotificationId,
            ...wordsOf(locale, kind, notificationParameters.parse(parameters)),
            isUnread: readAt === null,
          },
        ]
      : [],
  );
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
}

/** Subject, sentence and link words of a message, in this language. */
export function wordsOf(
  locale: Locale,
  kind: NotificationKind,
  parameters: NotificationParameters,
): { readonly subject: string; readonly text: string; readonly action: string } {
  const translate = translatorFor(locale, "notifications");
  const values = { ...unsaidBefore, ...readable(locale, parameters) };
  return {
    subject: translate(`kinds.${kind}.subject`, values),
    text: translate(`kinds.${kind}.text`, values),
    action: translate(`kinds.${kind}.action`, values),
  };
}

/** What messages that were written down before these facts were told leave open. */
const unsaidBefore = { held: "no", opensAt: "", cause: "participant", words: "" };

function readable(locale: Locale, parameters: NotificationParameters): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (/(^until|At|By)$/.test(name)) return [name, formatMoment(new Date(value), locale)];
      if (name === "amount") return [name, formatRupiah(BigInt(value))];
      return [name, name === "reason" ? reasonSentence(locale, String(value)) : value];
    }),
  );
}

/** The sentence of a reason: this file's own, else that of the stage which refused; never a bare code. */
function reasonSentence(locale: Locale, code: string): string {
  const translate = translatorFor(locale, "notifications");
  const own = `reasons.${code}` as Parameters<typeof translate>[0];
  if (translate.has(own)) return translate(own);
  const sentence = refusalSentence(locale, { code });
  return sentence === code ? translate("reasons.unsaid") : sentence;
}
