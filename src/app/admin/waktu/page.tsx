import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { env } from "#env.ts";
import { ClockForm } from "#features/oversight/components/clock-form.tsx";
import { findAheadSeconds, findNextDeadline } from "#features/oversight/queries.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("oversight.clock");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly dipindah?: string }> };

/** The simulation clock; outside demo mode the page says that time is real. */
export default async function ClockPage({ searchParams }: Props) {
  await requireStaff("clock:move");
  const { dipindah } = await searchParams;
  const t = await getTranslations("oversight.clock");
  return (
    <StaffFrame current="/admin/waktu">
      <PageHeader title={t("title")} lead={t("lead")} />
      {dipindah ? (
        <Notice tone="success" live>
          {t("moved")}
        </Notice>
      ) : null}
      {env().DEMO_MODE ? (
        <ClockCard />
      ) : (
        <EmptyState scene="waiting" title={t("notDemo")} text={t("notDemoText")} />
      )}
    </StaffFrame>
  );
}

async function ClockCard() {
  const t = await getTranslations("oversight.clock");
  const locale = await currentLocale();
  const now = await programmeNow();
  const [ahead, deadline] = await Promise.all([findAheadSeconds(), findNextDeadline(now)]);
  const hours = Math.round(ahead / 3600);
  const next = deadline
    ? t("nextValue", { kind: t(`kind.${deadline.kind}`), moment: formatMoment(deadline.at, locale) })
    : t("none");
  return (
    <Card>
      <SummaryList
        rows={[
          { label: t("now"), value: formatMoment(now, locale) },
          { label: t("ahead"), value: t("aheadValue", { days: Math.floor(hours / 24), hours: hours % 24 }) },
          { label: t("next"), value: next },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        <ClockForm step="day" aheadSeconds={ahead} icon="clock" commandKey={newCommandKey()} />
        <ClockForm step="month" aheadSeconds={ahead} icon="calendar" commandKey={newCommandKey()} />
        {deadline ? (
          <ClockForm step="deadline" aheadSeconds={ahead} icon="arrow-right" commandKey={newCommandKey()} />
        ) : null}
      </div>
    </Card>
  );
}
