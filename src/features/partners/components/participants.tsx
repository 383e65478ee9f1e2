import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { Attendee, OwnSchedule } from "../types/participant.ts";
import { STATUS_TONES } from "./status-tones.ts";

/** The final test's number among the parts of a training. */
const FINAL_TEST = 999;

/** When a schedule is held: from and until, or at any time. */
export async function scheduleTime({ startsAt, endsAt }: Pick<OwnSchedule, "startsAt" | "endsAt">) {
  const t = await getTranslations("partners.participants");
  const locale = await currentLocale();
  return startsAt && endsAt
    ? t("until", { start: formatShort(startsAt, locale), end: formatShort(endsAt, locale) })
    : t("anyTime");
}

/** A provider's schedules, each with the way to its participants. */
export async function ScheduleTable({ schedules }: { readonly schedules: readonly OwnSchedule[] }) {
  const t = await getTranslations("partners.participants");
  const times = new Map(
    await Promise.all(schedules.map(async (each) => [each.code, await scheduleTime(each)] as const)),
  );
  return (
    <DataTable
      dense
      caption={t("schedules")}
      captionHidden
      rows={schedules}
      rowKey={({ code }) => code}
      empty={
        <EmptyState
          scene="market"
          title={t("none")}
          text={t("noneText")}
          action={<LinkButton href="/lembaga/pelatihan">{t("noneAction")}</LinkButton>}
        />
      }
      columns={[
        {
          header: t("schedule"),
          rowHeader: true,
          cell: ({ code, isCancelled }) => (
            <span className="inline-flex flex-wrap items-center gap-x-3">
              <a href={`/lembaga/peserta/${code}`} className="link inline-flex min-h-11 items-center">
                {code}
              </a>
              {isCancelled ? <Tag>{t("cancelled")}</Tag> : null}
            </span>
          ),
        },
        { header: t("course"), cell: ({ courseTitle }) => courseTitle },
        { header: t("mode"), cell: ({ mode }) => t(`modes.${mode}`) },
        { header: t("when"), cell: ({ code }) => times.get(code) },
        {
          header: t("taken"),
          numeric: true,
          cell: ({ seatsTaken, seats }) => t("ofSeats", { taken: seatsTaken, seats }),
        },
      ]}
    />
  );
}

/** Names the parts of a training: "sesi 2", "tes akhir". */
export async function partName(): Promise<(sequence: number) => string> {
  const t = await getTranslations("partners.participants");
  return (sequence) => (sequence === FINAL_TEST ? t("final") : t("part", { number: sequence }));
}

/** Who comes to one schedule, by redeem code and initials. */
export async function AttendeeTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly Attendee[];
}) {
  const t = await getTranslations("partners");
  const locale = await currentLocale();
  const part = await partName();
  return (
    <DataTable
      dense
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ purchaseId }) => purchaseId}
      empty={
        <EmptyState scene="market" title={t("participants.nobody")} text={t("participants.nobodyText")} />
      }
      columns={[
        {
          header: t("participants.code"),
          rowHeader: true,
          cell: ({ redeemCode }) => <code className="font-mono">{redeemCode}</code>,
        },
        { header: t("participants.initials"), cell: ({ initials }) => initials },
        {
          header: t("participants.state"),
          cell: ({ status }) => <Tag tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Tag>,
        },
        { header: t("participants.bought"), cell: ({ purchasedAt }) => formatShort(purchasedAt, locale) },
        {
          header: t("participants.redeemed"),
          cell: ({ redeemedAt }) =>
            redeemedAt ? formatShort(redeemedAt, locale) : t("participants.notRedeemed"),
        },
        {
          header: t("participants.attended"),
          cell: ({ attended }) =>
            attended.length > 0 ? attended.map(part).join(", ") : t("participants.absent"),
        },
      ]}
    />
  );
}
