import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { ReviewToAnswer } from "../types.ts";
import { Stars } from "./stars.tsx";

type Props = {
  readonly caption: string;
  readonly rows: readonly ReviewToAnswer[];
  readonly empty: ReactNode;
};

/** Reviews of a provider's courses, without those who wrote them. */
export async function ReviewsToAnswer({ caption, rows, empty }: Props) {
  const t = await getTranslations("reviews.answer");
  const locale = await currentLocale();
  return (
    <DataTable
      dense
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { header: t("course"), rowHeader: true, cell: ({ courseTitle }) => courseTitle },
        { header: t("stars"), cell: ({ stars }) => <Stars stars={stars} /> },
        {
          header: t("review"),
          cell: ({ text }) => <p className="line-clamp-3 max-w-text wrap-anywhere">{text}</p>,
        },
        { header: t("when"), cell: ({ createdAt }) => formatShort(createdAt, locale) },
        {
          header: t("state"),
          cell: ({ answer }) => (
            <Tag tone={answer ? "success" : "warning"}>{t(answer ? "given" : "waiting")}</Tag>
          ),
        },
        {
          header: t("act"),
          cell: ({ id, answer }) => (
            <a href={`/lembaga/ulasan/${id}`} className="link inline-flex min-h-11 items-center">
              {t(answer ? "openChange" : "open")}
            </a>
          ),
        },
      ]}
    />
  );
}
