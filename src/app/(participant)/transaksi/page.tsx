import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { findBalanceMovements } from "#features/balance/queries.ts";
import { MoneyHistory } from "#features/purchase/components/money-history.tsx";
import { PurchaseCard } from "#features/purchase/components/purchase-card.tsx";
import { findPurchases } from "#features/purchase/queries.ts";
import { transactionsQuery } from "#features/purchase/schema.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

const PAGE_SIZE = 20;

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("purchase.history");
  return { title: t("title"), description: t("lead") };
}

/** Everything that a person bought, and where their money went. */
export default async function TransactionsPage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/transaksi");
  const { sesudah } = transactionsQuery.parse(await searchParams);
  const [purchases, movements, now] = await Promise.all([
    findPurchases(participantId, await currentLocale()),
    findBalanceMovements(participantId, { after: sesudah, size: PAGE_SIZE }),
    programmeNow(),
  ]);
  const t = await getTranslations("purchase.history");
  return (
    <ParticipantFrame current="/transaksi">
      <PageHeader title={t("title")} lead={t("lead")} />
      {purchases.length === 0 ? (
        <EmptyState
          scene="market"
          title={t("emptyTitle")}
          text={t("emptyText")}
          action={<LinkButton href="/pelatihan">{t("emptyAction")}</LinkButton>}
        />
      ) : (
        <section aria-labelledby="pembelian" className="grid gap-5">
          <h2 id="pembelian">{t("purchases")}</h2>
          <ul className="grid gap-5">
            {purchases.map((purchase) => (
              <li key={purchase.id}>
                <PurchaseCard purchase={purchase} now={now} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {movements.rows.length > 0 ? (
        <section aria-labelledby="uang" className="grid gap-5">
          <h2 id="uang">{t("money")}</h2>
          <MoneyHistory page={movements} purchases={purchases} isLater={sesudah !== undefined} />
        </section>
      ) : null}
    </ParticipantFrame>
  );
}
