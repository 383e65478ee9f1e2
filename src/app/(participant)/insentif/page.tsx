import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { IncentiveNextStep } from "#features/incentives/components/incentive-next-step.tsx";
import { IncentiveTimeline } from "#features/incentives/components/incentive-timeline.tsx";
import { findIncentives } from "#features/incentives/queries.ts";
import type { IncentiveOverview } from "#features/incentives/types.ts";
import { MembershipNotice } from "#features/membership/components/membership-notice.tsx";
import { findMembership } from "#features/membership/queries.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("incentives");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly dicoba?: string }> };

/** All incentives of a person: what came, what comes when, and what to do. */
export default async function IncentivesPage({ searchParams }: Props) {
  const actor = await requireParticipant("/insentif");
  const t = await getTranslations("incentives");
  const { dicoba } = await searchParams;
  const [overview, membership] = await Promise.all([
    findIncentives(actor.participantId),
    findMembership(actor.participantId),
  ]);
  return (
    <ParticipantFrame current="/insentif">
      <div className="grid gap-6">
        <PageHeader title={t("title")} lead={t("lead")} />
        {dicoba ? (
          <Notice tone="success" live>
            {t("retry.done")}
          </Notice>
        ) : null}
        {membership ? <MembershipNotice membership={membership} now={await programmeNow()} /> : null}
        {overview.payments.length > 0 ? <Payments overview={overview} /> : <NothingYet overview={overview} />}
      </div>
    </ParticipantFrame>
  );
}

async function Payments({ overview }: { readonly overview: IncentiveOverview }) {
  const t = await getTranslations("incentives");
  const { account } = overview;
  return (
    <>
      <IncentiveNextStep next={overview.nextStep} />
      <dl aria-label={t("summary.label")} className="grid gap-4 sm:grid-cols-3">
        <StatTile label={t("summary.received")} value={<Money amount={overview.received} />} icon="check" />
        <StatTile label={t("summary.toCome")} value={<Money amount={overview.toCome} />} icon="calendar" />
        <StatTile
          label={t("summary.account")}
          value={account ? t("account.masked", { tail: account.numberTail }) : t("summary.noAccount")}
          note={
            account
              ? `${t(`institutions.${account.institution}`)} · ${t(`account.status.${account.status}`)}`
              : undefined
          }
          icon="card"
        />
      </dl>
      <Card title={t("list")} footer={<p className="text-sm text-ink-soft print:hidden">{t("keep")}</p>}>
        <IncentiveTimeline {...overview} />
      </Card>
    </>
  );
}

async function NothingYet({ overview: { account } }: { readonly overview: IncentiveOverview }) {
  const t = await getTranslations("incentives.empty");
  return (
    <EmptyState
      scene="money"
      title={t("title")}
      text={t("text")}
      action={
        <>
          <LinkButton href="/pelatihan-saya">{t("action")}</LinkButton>
          {account ? null : (
            <LinkButton href="/rekening" variant="secondary">
              {t("account")}
            </LinkButton>
          )}
        </>
      }
    />
  );
}
