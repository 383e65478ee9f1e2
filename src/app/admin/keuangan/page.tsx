import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { may } from "#authorization/permissions.ts";
import { AllotmentForm } from "#features/accounting/components/allotment-form.tsx";
import { BooksForm } from "#features/accounting/components/books-form.tsx";
import { JournalCard } from "#features/accounting/components/journal-card.tsx";
import { TrialBalance } from "#features/accounting/components/trial-balance.tsx";
import { WaveFundsTable } from "#features/accounting/components/wave-funds.tsx";
import {
  findBookChoices,
  findTrialBalance,
  sumByKind,
  sumByWave,
} from "#features/accounting/queries/books.ts";
import { findJournalState } from "#features/accounting/queries/journal.ts";
import { booksSearch } from "#features/accounting/schema.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounting");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | undefined>>> };

/** The books: what every kind of account holds, where each wave's money is, and the journal that proves it. */
export default async function MoneyPage({ searchParams }: Props) {
  const actor = await requireStaff("money:review");
  const t = await getTranslations("accounting");
  const search = await searchParams;
  const asked = booksSearch.parse(search);
  const question = {
    until: asked.tanggal ?? dayInWib(await programmeNow()),
    waveNumber: asked.gelombang,
    schemeCode: asked.skema,
  };
  const [trial, choices, journal] = await Promise.all([
    findTrialBalance(question),
    findBookChoices(),
    findJournalState(),
  ]);
  const { lines, total } = sumByKind(trial);
  const query = new URLSearchParams({
    tanggal: question.until,
    ...(question.waveNumber === null ? {} : { gelombang: String(question.waveNumber) }),
    ...(question.schemeCode === null ? {} : { skema: question.schemeCode }),
  });
  return (
    <StaffFrame current="/admin/keuangan">
      <PageHeader title={t("title")} lead={t("lead")} />
      {search.disimpan ? (
        <Notice tone="success" live>
          {t("saved")}
        </Notice>
      ) : null}
      {lines.length === 0 ? null : (
        <Notice tone={total === 0n ? "success" : "danger"}>
          {total === 0n ? t("balanced") : t("unbalanced")}
        </Notice>
      )}
      <Card title={t("question.title")}>
        <BooksForm {...question} waves={choices.waves} schemes={choices.schemes} />
        <TrialBalance until={question.until} lines={lines} total={total} />
        <div>
          <LinkButton
            href={`/admin/keuangan/neraca.csv?${query}`}
            variant="secondary"
            icon="download"
            download
            wide
          >
            {t("trial.csv")}
          </LinkButton>
        </div>
      </Card>
      <WaveFundsTable rows={sumByWave(trial)} />
      <JournalCard state={journal} />
      {may(actor.role, "budget:command") ? (
        <Card title={t("allotment.title")}>
          <p className="max-w-text">{t("allotment.lead")}</p>
          <AllotmentForm commandKey={newCommandKey()} waves={choices.waves} />
        </Card>
      ) : null}
    </StaffFrame>
  );
}
