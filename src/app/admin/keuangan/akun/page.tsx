import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { AccountForm } from "#features/accounting/components/account-form.tsx";
import { AccountMovements } from "#features/accounting/components/account-movements.tsx";
import { findAccountAt } from "#features/accounting/queries/books.ts";
import { accountSearch, momentOf } from "#features/accounting/schema.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("accounting.account");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | undefined>>> };

/** What one account held at a moment. */
export default async function AccountPage({ searchParams }: Props) {
  await requireStaff("money:review");
  const t = await getTranslations("accounting.account");
  const { jenis, pemilik, tanggal, jam } = accountSearch.parse(await searchParams);
  const day = tanggal ?? dayInWib(await programmeNow());
  const moment = momentOf(day, jam);
  const account = jenis ? await findAccountAt(jenis, pemilik, moment) : null;
  const query = new URLSearchParams({ jenis: jenis ?? "", pemilik, tanggal: day, jam: jam ?? "" });
  return (
    <StaffFrame current="/admin/keuangan">
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card>
        <AccountForm kind={jenis} owner={pemilik} day={day} time={jam ?? ""} />
      </Card>
      {account ? <AccountMovements account={account} moment={moment} /> : null}
      {jenis && !account ? <EmptyState scene="money" title={t("none")} text={t("noneText")} /> : null}
      <div className="flex flex-wrap gap-3">
        {account ? (
          <LinkButton
            href={`/admin/keuangan/akun.csv?${query}`}
            variant="secondary"
            icon="download"
            download
            wide
          >
            {t("csv")}
          </LinkButton>
        ) : null}
        <LinkButton href="/admin/keuangan" variant="quiet" wide>
          {t("back")}
        </LinkButton>
      </div>
    </StaffFrame>
  );
}
