import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { OwnSchedule } from "../types/authoring.ts";
import type { CourseId } from "../types.ts";

type OwnScheduleTableProps = { readonly courseId: CourseId; readonly schedules: readonly OwnSchedule[] };

/** The dates of a provider's course, with their seats and what can be done about them. */
export async function OwnScheduleTable({ courseId, schedules }: OwnScheduleTableProps) {
  const t = await getTranslations("catalogue");
  const locale = await currentLocale();
  const moment = (at: Date | null) => (at ? formatShort(at, locale) : t("schedule.always"));
  return (
    <DataTable
      caption={t("schedule.caption")}
      captionHidden
      rows={schedules}
      rowKey={({ id }) => id}
      empty={<p>{t("schedule.empty")}</p>}
      columns={[
        { header: t("detail.scheduleCode"), rowHeader: true, cell: ({ code }) => code },
        { header: t("schedule.startsAt"), cell: ({ startsAt }) => moment(startsAt) },
        { header: t("schedule.endsAt"), cell: ({ endsAt }) => (endsAt ? moment(endsAt) : "–") },
        {
          header: t("detail.place"),
          cell: ({ place }) => <span className="wrap-anywhere">{place ?? "–"}</span>,
        },
        {
          header: t("detail.seats"),
          numeric: true,
          cell: ({ seats, seatsTaken }) =>
            t("detail.seatsOf", {
              left: formatNumber(seats - seatsTaken, locale),
              seats: formatNumber(seats, locale),
            }),
        },
        { header: t("schedule.state"), cell: (row) => <ScheduleState schedule={row} /> },
        {
          header: t("schedule.cancelShort"),
          cell: ({ id, code, isOpen }) =>
            isOpen ? (
              <a
                href={`/lembaga/pelatihan/${courseId}/jadwal/${id}`}
                className="link inline-flex min-h-11 items-center"
              >
                {t("schedule.cancelShort")}
                <span className="sr-only"> {code}</span>
              </a>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}

async function ScheduleState({ schedule }: { readonly schedule: OwnSchedule }) {
  const t = await getTranslations("catalogue.schedule");
  if (!schedule.cancelledAt) {
    return <Tag tone={schedule.isOpen ? "success" : "neutral"}>{t(schedule.isOpen ? "open" : "over")}</Tag>;
  }
  const reason = schedule.cancelReason;
  return <span className="wrap-anywhere">{reason ? t("cancelled", { reason }) : t("cancelledPlain")}</span>;
}
