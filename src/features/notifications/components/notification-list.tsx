import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Icon } from "#ui/primitives/icon.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { ReadableNotification } from "../types.ts";

/** The person's messages, newest first; unread ones say so. */
export async function NotificationList({ items }: { readonly items: readonly ReadableNotification[] }) {
  const t = await getTranslations("notifications.page");
  const locale = await currentLocale();
  return (
    <ul className="grid gap-4">
      {items.map((item) => (
        <li
          key={item.id}
          className={`petal grid gap-2 border bg-surface p-5 ${item.isUnread ? "border-s-8 border-line border-s-accent" : "border-line"}`}
        >
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
            <h2 className="text-lg">{item.subject}</h2>
            {item.isUnread ? <Tag tone="warning">{t("unread")}</Tag> : null}
          </div>
          <time dateTime={item.createdAt.toISOString()} className="text-sm text-ink-soft">
            {formatMoment(item.createdAt, locale)}
          </time>
          {item.text.split("\n").map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {item.href ? (
            <a href={item.href} className="link inline-flex min-h-11 w-fit items-center gap-2 font-semibold">
              {item.action}
              <Icon name="arrow-right" size={20} />
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
