import { getTranslations } from "next-intl/server";
import { formatDate } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { RegisteredOwnership } from "../types/authoring.ts";

/** Who owns whom, since when, and until when. */
export async function OwnershipTable({
  ownerships,
}: {
  readonly ownerships: readonly RegisteredOwnership[];
}) {
  const t = await getTranslations("catalogue.ownership");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("caption")}
      captionHidden
      rows={ownerships}
      rowKey={({ platformSlug, providerSlug, since }) =>
        `${platformSlug} ${providerSlug} ${since.toISOString()}`
      }
      empty={<p>{t("empty")}</p>}
      columns={[
        { header: t("platform"), rowHeader: true, cell: ({ platformName }) => platformName },
        { header: t("provider"), cell: ({ providerName }) => providerName },
        {
          header: t("ground"),
          cell: ({ ground, endGround }) => (
            <span className="grid gap-1 wrap-anywhere">
              <span>{ground}</span>
              {endGround ? <span className="text-ink-soft">{endGround}</span> : null}
            </span>
          ),
        },
        { header: t("since"), cell: ({ since }) => formatDate(since, locale) },
        {
          header: t("until"),
          cell: ({ until }) => (until ? formatDate(until, locale) : <Tag tone="warning">{t("stands")}</Tag>),
        },
        {
          header: t("end"),
          cell: ({ until, platformSlug, providerSlug, platformName, providerName }) =>
            until ? (
              "–"
            ) : (
              <a
                href={`/admin/pelatihan/kepemilikan/${platformSlug}/${providerSlug}`}
                className="link inline-flex min-h-11 items-center"
              >
                {t("end")}
                <span className="sr-only">
                  {" "}
                  {platformName}, {providerName}
                </span>
              </a>
            ),
        },
      ]}
    />
  );
}
