import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { markReadAction } from "#features/notifications/actions.ts";
import { NotificationList } from "#features/notifications/components/notification-list.tsx";
import { countUnread, findNotifications } from "#features/notifications/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications.page");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly sebelum?: string | string[] }> };

export default async function NotificationsPage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/pemberitahuan");
  const { sebelum } = await searchParams;
  const before = typeof sebelum === "string" && isUuid(sebelum) ? sebelum : undefined;
  const t = await getTranslations("notifications.page");
  const form = await getTranslations("shell.form");
  const unread = await countUnread(participantId);
  const { items, next } = await findNotifications(participantId, await currentLocale(), before);
  return (
    <ParticipantFrame current="/pemberitahuan">
      <PageHeader title={t("title")} lead={t("lead")} />
      {items.length === 0 ? (
        <EmptyState
          scene="waiting"
          title={t("empty")}
          text={t("emptyText")}
          action={<LinkButton href="/beranda">{t("emptyAction")}</LinkButton>}
        />
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-4">
            <p className="font-semibold">{t("unreadCount", { count: unread })}</p>
            {unread > 0 ? (
              <ActionForm
                action={markReadAction}
                commandKey={newCommandKey()}
                errorTitle={form("errorTitle")}
              >
                <SubmitButton variant="secondary" icon="check" busyText={t("busy")}>
                  {t("markRead")}
                </SubmitButton>
              </ActionForm>
            ) : null}
          </div>
          <NotificationList items={items} />
          <Pagination
            label={t("pages")}
            previous={before ? { href: "/pemberitahuan", label: t("newest") } : undefined}
            next={next ? { href: `/pemberitahuan?sebelum=${next}`, label: t("older") } : undefined}
          />
        </>
      )}
    </ParticipantFrame>
  );
}
