import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import type { VersionStep } from "../types/authoring.ts";
import { VersionStatusTag } from "./version-status-tag.tsx";

/** What became of every version of a course. */
export async function VersionHistory({ versions }: { readonly versions: readonly VersionStep[] }) {
  const t = await getTranslations("catalogue.provider");
  const locale = await currentLocale();
  // What the portal began with was handed in before there was a portal.
  const moment = (at: Date | null) => (at && at.getTime() > 0 ? formatShort(at, locale) : "–");
  return (
    <Card title={t("history")}>
      <DataTable
        caption={t("historyCaption")}
        captionHidden
        rows={versions}
        rowKey={({ version }) => String(version)}
        columns={[
          {
            header: t("versionColumn"),
            rowHeader: true,
            cell: ({ version }) => t("versionNumber", { version }),
          },
          { header: t("state"), cell: ({ status }) => <VersionStatusTag status={status} /> },
          { header: t("submittedAt"), cell: ({ submittedAt }) => moment(submittedAt) },
          { header: t("decidedAt"), cell: ({ decidedAt }) => moment(decidedAt) },
          {
            header: t("note"),
            cell: ({ note }) => <span className="wrap-anywhere whitespace-pre-line">{note ?? "–"}</span>,
          },
        ]}
      />
    </Card>
  );
}
