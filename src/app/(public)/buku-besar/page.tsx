import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReaderFrame } from "#app/frames/reader-frame.tsx";
import { HeadTable } from "#features/accounting/components/head-table.tsx";
import { LedgerGuide } from "#features/accounting/components/ledger-guide.tsx";
import { findHeadPage, findPublicKeys } from "#features/accounting/queries/journal.ts";
import { headsSearch } from "#features/accounting/schema.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounting.public");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | undefined>>> };

/** The signed heads of the journal, for everybody. */
export default async function LedgerPage({ searchParams }: Props) {
  const t = await getTranslations("accounting.public");
  const locale = await currentLocale();
  const { sebelum } = headsSearch.parse(await searchParams);
  const [{ rows, next }, keys] = await Promise.all([findHeadPage(sebelum ?? undefined), findPublicKeys()]);
  const [latest] = sebelum ? [] : rows;
  return (
    <ReaderFrame current="/buku-besar">
      <PageHeader title={t("title")} lead={t("lead")} />
      {latest ? (
        <Notice tone="success" title={t("latest")}>
          {t("latestText", {
            number: latest.number,
            moment: formatMoment(new Date(latest.signedAt), locale),
          })}
        </Notice>
      ) : null}
      <Card title={t("howTitle")} look="sunken">
        <ol className="grid max-w-text list-decimal gap-2 ps-6">
          <li>{t("how1")}</li>
          <li>{t("how2")}</li>
          <li>{t("how3")}</li>
        </ol>
      </Card>
      {rows.length === 0 ? (
        <EmptyState scene="waiting" title={t("none")} text={t("noneText")} />
      ) : (
        <HeadTable heads={rows} />
      )}
      <Pagination
        label={t("pages")}
        next={next === null ? undefined : { href: `/buku-besar?sebelum=${next}`, label: t("older") }}
      />
      <LedgerGuide keys={keys} />
    </ReaderFrame>
  );
}
