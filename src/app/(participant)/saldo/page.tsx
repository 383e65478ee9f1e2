import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { MovementTable } from "#features/balance/components/movement-table.tsx";
import { RecipientCardPanel } from "#features/balance/components/recipient-card-panel.tsx";
import {
  findBalanceMovements,
  findCard,
  findCardShowings,
  findFirstPurchaseDeadline,
  findInduction,
  findShownCardNumber,
  findTrainingBalance,
} from "#features/balance/queries.ts";
import { balancePageQuery } from "#features/balance/schema.ts";
import type { RecipientCard } from "#features/balance/types.ts";
import { findPurchases } from "#features/purchase/queries.ts";
import type { OwnPurchase } from "#features/purchase/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };
type Query = { readonly tampil?: "1"; readonly sesudah?: string };

const MOVEMENTS = 10;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("balance.page");
  return { title: t("title"), description: t("lead") };
}

/** The card, what is left on it, what to do with it, and every movement. */
export default async function BalancePage({ searchParams }: Props) {
  const { participantId } = await requireParticipant("/saldo");
  const query = balancePageQuery.parse(await searchParams);
  const [card, buyUntil] = await Promise.all([
    findCard(participantId),
    findFirstPurchaseDeadline(participantId),
  ]);
  return (
    <ParticipantFrame current="/saldo">
      {card && buyUntil ? (
        <Balance participantId={participantId} card={card} buyUntil={buyUntil} query={query} />
      ) : (
        <NoBalance isRecipient={buyUntil !== null} />
      )}
    </ParticipantFrame>
  );
}

type BalanceProps = {
  readonly participantId: ParticipantId;
  readonly card: RecipientCard;
  readonly buyUntil: Date;
  readonly query: Query;
};

async function Balance({ participantId, card, buyUntil, query }: BalanceProps) {
  const t = await getTranslations("balance");
  const now = await programmeNow();
  const [balance, shown, showings, induction, movements, purchases] = await Promise.all([
    findTrainingBalance(participantId),
    query.tampil ? findShownCardNumber(participantId, now) : null,
    findCardShowings(participantId),
    findInduction(participantId),
    findBalanceMovements(participantId, { after: query.sesudah, size: MOVEMENTS }),
    findPurchases(participantId, await currentLocale()),
  ]);
  const { next, rows } = movements;
  return (
    <>
      <PageHeader title={t("page.title")} lead={t("page.lead")} />
      <FirstPurchase
        purchases={purchases}
        until={buyUntil}
        knowsCard={induction.isDone || card.shownAt !== null}
      />
      <RecipientCardPanel {...{ card, shown, showings, induction, balance }} />
      <section className="grid gap-4">
        <MovementTable
          movements={rows}
          courseTitles={new Map(purchases.map(({ id, course }) => [id, course.title]))}
        />
        <Pagination
          label={t("movements.pages")}
          previous={query.sesudah ? { href: "/saldo", label: t("movements.newest") } : undefined}
          next={next ? { href: `/saldo?sesudah=${next}`, label: t("movements.older") } : undefined}
        />
        <p>
          <a href="/transaksi" className="link inline-flex min-h-11 items-center">
            {t("movements.all")}
          </a>
        </p>
      </section>
    </>
  );
}

type FirstPurchaseProps = {
  readonly purchases: readonly OwnPurchase[];
  readonly until: Date;
  /** The introduction is done; before it nobody knows the number of their card. */
  readonly knowsCard: boolean;
};

/** Until a training is bought, buying one is what there is to do; a cancelled one does not count. */
async function FirstPurchase({ purchases, until, knowsCard }: FirstPurchaseProps) {
  if (purchases.some(({ status }) => status !== "cancelled")) return null;
  const t = await getTranslations("balance.next");
  const card = await getTranslations("balance.card");
  const moment = { until: formatMoment(until, await currentLocale()) };
  if ((await programmeNow()) > until) {
    return <NextStepCard label={t("waitLabel")} mood="wait" what={t("late")} text={t("lateText", moment)} />;
  }
  return (
    <NextStepCard
      label={t("label")}
      what={t(knowsCard ? "first" : "induction")}
      text={t(knowsCard ? "firstText" : "inductionText")}
      until={t("firstUntil", moment)}
      otherwise={t("firstOtherwise")}
      action={
        knowsCard ? (
          <LinkButton href="/pelatihan">{t("find")}</LinkButton>
        ) : (
          <LinkButton href="/induksi" icon="play">
            {card("lockedAction")}
          </LinkButton>
        )
      }
    />
  );
}

async function NoBalance({ isRecipient }: { readonly isRecipient: boolean }) {
  const t = await getTranslations("balance");
  if (isRecipient) {
    return (
      <>
        <PageHeader title={t("page.title")} lead={t("page.lead")} />
        <NextStepCard
          label={t("next.waitLabel")}
          mood="wait"
          what={t("next.preparing")}
          text={t("next.preparingText")}
          action={
            <LinkButton href="/saldo" variant="secondary">
              {t("next.reload")}
            </LinkButton>
          }
        />
      </>
    );
  }
  return (
    <EmptyState
      scene="money"
      level={1}
      title={t("empty.title")}
      text={t("empty.text")}
      action={
        <>
          <LinkButton href="/gelombang">{t("empty.action")}</LinkButton>
          <LinkButton href="/pelatihan" variant="secondary">
            {t("empty.browse")}
          </LinkButton>
        </>
      }
    />
  );
}
