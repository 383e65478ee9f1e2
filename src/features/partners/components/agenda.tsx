import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";
import type { NearSchedule, ProviderAgenda } from "../types.ts";

/** What waits for a provider's people, each with the way to it, and the schedules that are near. */
export async function Agenda({
  agenda,
  countedTo,
}: {
  readonly agenda: ProviderAgenda;
  /** A figure that reached this is "that many or more". */
  readonly countedTo: number;
}) {
  const t = await getTranslations("partners.agenda");
  const locale = await currentLocale();
  const tiles = [
    { label: t("tasks"), count: agenda.ungradedTasks, href: "/lembaga/tugas", icon: "survey" },
    { label: t("reviews"), count: agenda.unansweredReviews, href: "/lembaga/ulasan", icon: "star" },
    { label: t("sentBack"), count: agenda.sentBack, href: "/lembaga/pelatihan", icon: "warning" },
    { label: t("submitted"), count: agenda.submitted, href: "/lembaga/pelatihan", icon: "clock" },
  ] as const;
  return (
    <>
      <section aria-labelledby="yang-menunggu" className="grid gap-4">
        <h2 id="yang-menunggu">{t("title")}</h2>
        <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {tiles.map(({ label, count, href, icon }) => (
            <StatTile
              key={label}
              label={label}
              icon={icon}
              value={count >= countedTo ? t("many") : formatNumber(count, locale)}
              note={
                <a href={href} className="link inline-flex min-h-11 items-center">
                  {t("open")}
                  <span className="sr-only"> {label}</span>
                </a>
              }
            />
          ))}
        </dl>
      </section>
      <NearSchedules schedules={agenda.nearSchedules} />
    </>
  );
}

async function NearSchedules({ schedules }: { readonly schedules: readonly NearSchedule[] }) {
  const t = await getTranslations("partners");
  const locale = await currentLocale();
  return (
    <Card title={t("agenda.schedules")}>
      <DataTable
        dense
        caption={t("agenda.schedules")}
        captionHidden
        rows={schedules}
        rowKey={({ code }) => code}
        empty={
          <p className="text-ink-soft">
            {t("agenda.noSchedules")}. {t("agenda.noSchedulesText")}
          </p>
        }
        columns={[
          {
            header: t("participants.schedule"),
            rowHeader: true,
            cell: ({ code }) => (
              <a href={`/lembaga/peserta/${code}`} className="link inline-flex min-h-11 items-center">
                {code}
              </a>
            ),
          },
          { header: t("participants.course"), cell: ({ courseTitle }) => courseTitle },
          {
            header: t("participants.when"),
            cell: ({ startsAt, endsAt }) =>
              t("participants.until", {
                start: formatShort(startsAt, locale),
                end: formatShort(endsAt, locale),
              }),
          },
          {
            header: t("participants.taken"),
            numeric: true,
            cell: ({ seatsTaken }) => formatNumber(seatsTaken, locale),
          },
        ]}
      />
    </Card>
  );
}
