import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { PayoutAccountCard } from "#features/incentives/components/payout-account-card.tsx";
import { PayoutAccountForm } from "#features/incentives/components/payout-account-form.tsx";
import { findIncentives } from "#features/incentives/queries.ts";
import type { IncentiveOverview } from "#features/incentives/types.ts";
import { findMembership } from "#features/membership/queries.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("incentives.account");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly tersimpan?: string; readonly ganti?: string }> };

/** The account that the incentives go to: none, being checked, verified, or refused with how to repair it. */
export default async function PayoutAccountPage({ searchParams }: Props) {
  const actor = await requireParticipant("/rekening");
  const t = await getTranslations("incentives.account");
  const { tersimpan, ganti } = await searchParams;
  const [membership, overview] = await Promise.all([
    findMembership(actor.participantId),
    findIncentives(actor.participantId),
  ]);
  return (
    <ParticipantFrame current="/rekening">
      <div className="grid gap-6">
        <PageHeader title={t("title")} lead={t("lead")} />
        {tersimpan && overview.account?.status === "checking" ? (
          <Notice tone="success" live>
            {t("saved")}
          </Notice>
        ) : null}
        {overview.account ? <PayoutAccountCard account={overview.account} /> : null}
        {membership?.status === "active" || membership?.status === "completed" ? (
          <Change overview={overview} isWanted={ganti !== undefined} />
        ) : (
          <NoNeed isRevoked={membership?.status === "revoked"} />
        )}
      </div>
    </ParticipantFrame>
  );
}

type ChangeProps = {
  readonly overview: IncentiveOverview;
  /** The person asked to replace an account that is not refused. */
  readonly isWanted: boolean;
};

/** The form where it is the next thing to do or was asked for; the reason where it cannot be used now. */
async function Change({ overview: { account, payments }, isWanted }: ChangeProps) {
  const t = await getTranslations("incentives.account");
  if (payments.some((payment) => payment.label === "checking"))
    return (
      <Notice
        title={t("locked.title")}
        action={
          <a href="/insentif" className="link">
            {t("locked.action")}
          </a>
        }
      >
        {t("locked.text")}
      </Notice>
    );
  if (account && account.status !== "refused" && !isWanted)
    return (
      <div>
        <LinkButton href="/rekening?ganti=1#ganti" variant="secondary">
          {t("form.change")}
        </LinkButton>
      </div>
    );
  const title = account ? t("form.change") : t("form.link");
  return (
    <div id="ganti">
      <Card title={title}>
        {account ? <p>{t("form.changeText")}</p> : null}
        <PayoutAccountForm label={title} />
      </Card>
    </div>
  );
}

async function NoNeed({ isRevoked }: { readonly isRevoked: boolean }) {
  const t = await getTranslations("incentives.account");
  const words = isRevoked ? "revoked" : "notYet";
  return (
    <EmptyState
      scene={isRevoked ? "money" : "wave"}
      title={t(`${words}.title`)}
      text={t(`${words}.text`)}
      action={<LinkButton href={isRevoked ? "/insentif" : "/gelombang"}>{t(`${words}.action`)}</LinkButton>}
    />
  );
}
