import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { OwnCourse } from "../types/authoring.ts";
import { VersionStatusTag } from "./version-status-tag.tsx";

/** A provider's courses: what is sold, and what became of the newest version. */
export async function OwnCourseTable({ courses }: { readonly courses: readonly OwnCourse[] }) {
  const t = await getTranslations("catalogue");
  return (
    <DataTable
      caption={t("provider.caption")}
      captionHidden
      rows={courses}
      rowKey={({ courseId }) => courseId}
      empty={
        <EmptyState
          scene="market"
          title={t("provider.empty")}
          text={t("provider.emptyText")}
          action={<LinkButton href="/lembaga/pelatihan/baru">{t("provider.new")}</LinkButton>}
        />
      }
      columns={[
        {
          header: t("provider.course"),
          rowHeader: true,
          cell: ({ courseId, title }) => (
            <a href={`/lembaga/pelatihan/${courseId}`} className="link inline-flex min-h-11 items-center">
              {title ?? t("provider.untitled")}
            </a>
          ),
        },
        { header: t("provider.mode"), cell: ({ mode }) => (mode ? t(`modes.${mode}`) : "–") },
        {
          header: t("provider.price"),
          numeric: true,
          cell: ({ price }) => (price === null ? "–" : <Money amount={BigInt(price)} />),
        },
        {
          header: t("provider.version"),
          cell: ({ version, status }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              <VersionStatusTag status={status} />
              {t("provider.versionNumber", { version })}
            </span>
          ),
        },
        {
          header: t("provider.sale"),
          cell: ({ isOffered }) =>
            isOffered === null ? (
              "–"
            ) : (
              <Tag tone={isOffered ? "success" : "warning"}>
                {t(isOffered ? "offered.yes" : "offered.no")}
              </Tag>
            ),
        },
      ]}
    />
  );
}
