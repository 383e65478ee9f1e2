import { getTranslations } from "next-intl/server";
import { formatDay, formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { dayInWib, daysBetween } from "#kernel/calendar.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import type { Membership } from "../types.ts";

type MembershipNoticeProps = { readonly membership: Membership; readonly now: Date };

/** What the membership asks of its holder: until when, and what is lost otherwise; or why it ended. */
export async function MembershipNotice({ membership, now }: MembershipNoticeProps) {
  const t = await getTranslations("membership");
  const locale = await currentLocale();
  const { status, endedAt, reason, deadline } = membership;
  if (status === "revoked")
    return (
      <Notice tone="danger" title={t("revoked.title", { day: formatDay(endedAt ?? now, locale) })}>
        {reason ? <p>{t(`refusals.${reason}`)}</p> : null}
        <p>{t("revoked.meaning")}</p>
      </Notice>
    );
  if (status === "completed")
    return (
      <Notice tone="success" title={t("completed.title")}>
        {t("completed.text")}
      </Notice>
    );
  if (!deadline) return null;
  const daysLeft = Math.max(0, daysBetween(dayInWib(now), dayInWib(deadline.until)));
  const href = deadline.what === "first-purchase" ? "/pelatihan" : "/pelatihan-saya";
  return (
    <Notice
      tone={daysLeft <= 7 ? "warning" : "info"}
      icon="clock"
      title={t(`deadline.${deadline.what}.title`, { moment: formatMoment(deadline.until, locale) })}
      action={
        <a href={href} className="link inline-flex min-h-11 items-center">
          {t(`deadline.${deadline.what}.action`)}
        </a>
      }
    >
      {t("deadline.left", { days: daysLeft })} {t("deadline.otherwise")}
    </Notice>
  );
}
