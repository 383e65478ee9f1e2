import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import type { QueuedVersion } from "../types/authoring.ts";
import { VersionStatusTag } from "./version-status-tag.tsx";

type VersionTableProps = {
  readonly caption: string;
  readonly versions: readonly QueuedVersion[];
  readonly empty: ReactNode;
};

/** Versions for the operator: whose they are, since when they wait, what became of them. */
export async function VersionTable({ caption, versions, empty }: VersionTableProps) {
  const t = await getTranslations("catalogue");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={versions}
      rowKey={({ courseId, version }) => `${courseId}.${version}`}
      empty={empty}
      columns={[
        {
          header: t("provider.course"),
          rowHeader: true,
          cell: ({ courseId, version, title }) => (
            <a
              href={`/admin/pelatihan/${courseId}/${version}`}
              className="link inline-flex min-h-11 items-center"
            >
              {title}
            </a>
          ),
        },
        {
          header: t("provider.versionColumn"),
          cell: ({ version }) => t("provider.versionNumber", { version }),
        },
        { header: t("review.provider"), cell: ({ providerName }) => providerName },
        {
          header: t("review.submittedAt"),
          cell: ({ submittedAt }) => (submittedAt ? formatShort(submittedAt, locale) : "–"),
        },
        { header: t("provider.state"), cell: ({ status }) => <VersionStatusTag status={status} /> },
      ]}
    />
  );
}
