import { getTranslations } from "next-intl/server";
import { formatNumber, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import type { CourseDetail } from "../types.ts";

/** The dates of a course that can be bought, with their place and seats; nothing for a self-paced one with seats. */
export async function CourseSchedules({ course }: { readonly course: CourseDetail }) {
  const { mode, schedules } = course;
  const t = await getTranslations("catalogue.detail");
  const locale = await currentLocale();
  if (mode === "self_paced" && schedules.length > 0) return null;
  const moment = (at: Date | null) => (at ? `${formatShort(at, locale)} WIB` : "–");
  return (
    <section aria-labelledby="jadwal" className="grid gap-3">
      <h2 id="jadwal">{t("schedules")}</h2>
      <DataTable
        caption={t("schedules")}
        captionHidden
        rows={schedules}
        rowKey={({ id }) => id}
        empty={<Notice tone="warning">{t("schedulesNone")}</Notice>}
        columns={[
          { header: t("starts"), rowHeader: true, cell: ({ startsAt }) => moment(startsAt) },
          { header: t("ends"), cell: ({ endsAt }) => moment(endsAt) },
          { header: t("place"), cell: ({ place }) => (mode === "webinar" ? t("online") : place) },
          {
            header: t("seats"),
            numeric: true,
            cell: ({ seats, seatsLeft }) =>
              t("seatsOf", { left: formatNumber(seatsLeft, locale), seats: formatNumber(seats, locale) }),
          },
          { header: t("scheduleCode"), cell: ({ code }) => code },
        ]}
      />
    </section>
  );
}
