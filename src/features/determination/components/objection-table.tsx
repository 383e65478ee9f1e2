import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import type { Objection } from "../types.ts";

/** Objections that wait for an answer, oldest first. */
export async function ObjectionTable({ rows }: { readonly rows: readonly Objection[] }) {
  const t = await getTranslations("determination.objection");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("adminTitle")}
      captionHidden
      rows={rows}
      rowKey={({ participantId, waveId }) => `${waveId}/${participantId}`}
      empty={<EmptyState scene="waiting" title={t("none")} text={t("noneText")} />}
      columns={[
        {
          header: t("wave"),
          rowHeader: true,
          cell: ({ participantId, waveId, waveNumber }) => (
            <a
              href={`/admin/keberatan/${waveId}/${participantId}`}
              className="link inline-flex min-h-11 items-center"
            >
              {t("of", { number: waveNumber })}
            </a>
          ),
        },
        { header: t("filed"), cell: ({ filedAt }) => formatShort(filedAt, locale) },
        {
          header: t("reason"),
          cell: ({ reason }) => (reason ? refusalSentence(locale, { code: reason }) : "–"),
        },
      ]}
    />
  );
}
