import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { TaskList } from "#features/oversight/components/task-list.tsx";
import { countStages, findOpenTasks } from "#features/oversight/queries.ts";
import { formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("oversight.dashboard");
  return { title: t("title"), description: t("lead") };
}

/** The operator's overview: open tasks first, then how many are at each stage. */
export default async function DashboardPage() {
  await requireStaff("wave:review");
  const [t, locale, now, tasks, counts] = await Promise.all([
    getTranslations("oversight.dashboard"),
    currentLocale(),
    programmeNow(),
    findOpenTasks(),
    countStages(),
  ]);
  return (
    <StaffFrame current="/admin">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={t("time", { moment: formatMoment(now, locale) })}
      />
      <TaskList tasks={tasks} />
      <section aria-labelledby="counts" className="grid gap-3">
        <h2 id="counts">{t("counts")}</h2>
        <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-4">
          {counts.map(({ stage, count, about }) => (
            <StatTile
              key={stage}
              label={t(`stage.${stage}`)}
              value={formatNumber(count, locale)}
              note={about ? t("about") : undefined}
            />
          ))}
        </dl>
      </section>
      <Card title={t("more")}>
        <a href="/admin/tes" className="link inline-flex min-h-11 items-center">
          {t("failedTests")}
        </a>
      </Card>
    </StaffFrame>
  );
}
