import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { findFirstPurchaseDeadline } from "#features/balance/queries.ts";
import { CancelPurchase } from "#features/purchase/components/cancel-form.tsx";
import { PurchaseFactsCard } from "#features/purchase/components/purchase-facts.tsx";
import { PurchaseNextStep } from "#features/purchase/components/purchase-next-step.tsx";
import { RedeemTypedForm } from "#features/purchase/components/redeem-forms.tsx";
import { findPurchase, findPurchases } from "#features/purchase/queries.ts";
import type { OwnPurchase } from "#features/purchase/types.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { formatRupiah } from "#kernel/money.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<{ readonly baru?: string; readonly batal?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("purchase.one");
  return { title: t("title") };
}

/** One purchase: its code, what to do with it, and the way back out of it. */
export default async function PurchasePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { participantId } = await requireParticipant(`/transaksi/${id}`);
  const purchase = isUuid(id) ? await findPurchase(participantId, id, await currentLocale()) : null;
  if (!purchase) notFound();
  const now = await programmeNow();
  const { baru, batal } = await searchParams;
  const t = await getTranslations("purchase.one");
  const isWaiting = purchase.status === "bought";
  const isInWindow = isWaiting && now >= purchase.redeemFrom && now <= purchase.redeemBy;
  return (
    <ParticipantFrame current="/transaksi">
      <PageHeader title={purchase.course.title} eyebrow={t("title")} />
      <JustHappened purchase={purchase} isNew={Boolean(baru)} isUndone={Boolean(batal)} />
      <PurchaseNextStep purchase={purchase} now={now} />
      {isInWindow ? <RedeemTypedForm purchaseId={purchase.id} /> : null}
      <PurchaseFactsCard purchase={purchase} />
      {isWaiting ? (
        <CancelPurchase purchase={purchase} now={now} firstDeadline={await deadlineIfFirst(participantId)} />
      ) : null}
      <p>
        <a href="/transaksi" className="link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </ParticipantFrame>
  );
}

type JustHappenedProps = {
  readonly purchase: OwnPurchase;
  readonly isNew: boolean;
  readonly isUndone: boolean;
};

async function JustHappened({ purchase, isNew, isUndone }: JustHappenedProps) {
  const t = await getTranslations("purchase.one");
  if (isNew && purchase.status === "bought") {
    return (
      <Notice tone="success" live title={t("newTitle")}>
        {t("newText")}
      </Notice>
    );
  }
  return isUndone && purchase.status === "cancelled" ? (
    <Notice tone="success" live title={t("cancelledTitle")}>
      {t("cancelledText", { price: formatRupiah(purchase.price) })}
    </Notice>
  ) : null;
}

/** Whoever has finished a training before has kept the term of the first purchase. */
async function deadlineIfFirst(participantId: ParticipantId): Promise<Date | null> {
  const purchases = await findPurchases(participantId);
  if (purchases.some(({ status }) => status === "finished")) return null;
  return findFirstPurchaseDeadline(participantId);
}
