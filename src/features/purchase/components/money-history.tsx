import { getTranslations } from "next-intl/server";
import type { BalanceMovement, MovementPage } from "#features/balance/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { formatRupiah } from "#kernel/money.ts";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { Timeline } from "#ui/primitives/timeline.tsx";
import type { CancelCause, OwnPurchase } from "../types.ts";

type MoneyHistoryProps = {
  readonly page: MovementPage;
  readonly purchases: readonly OwnPurchase[];
  /** Not the first page. */
  readonly isLater: boolean;
};

/** Every rupiah that came into the balance or left it, with its reason in plain words. */
export async function MoneyHistory({ page, purchases, isLater }: MoneyHistoryProps) {
  const t = await getTranslations("balance.movements");
  const locale = await currentLocale();
  const purchaseOf = ({ purchaseId }: BalanceMovement) => purchases.find(({ id }) => id === purchaseId);
  const titleOf = (movement: BalanceMovement) =>
    movement.kind === "purchase" || movement.kind === "cancellation"
      ? t(movement.kind, { course: purchaseOf(movement)?.course.title ?? t("course") })
      : t(movement.kind);
  return (
    <>
      <Timeline
        items={page.rows.map((movement) => ({
          id: movement.id,
          when: formatMoment(movement.occurredAt, locale),
          dateTime: movement.occurredAt.toISOString(),
          title: titleOf(movement),
          tone: movement.amount > 0n ? "success" : "neutral",
          text: <MovementFacts movement={movement} purchase={purchaseOf(movement)} />,
        }))}
      />
      <Pagination
        label={t("pages")}
        previous={isLater ? { href: "/transaksi", label: t("newest") } : undefined}
        next={page.next ? { href: `/transaksi?sesudah=${page.next}`, label: t("older") } : undefined}
      />
    </>
  );
}

type FactsProps = { readonly movement: BalanceMovement; readonly purchase: OwnPurchase | undefined };

/** How much, why, the balance on both sides of it, and the code to ask about it. */
async function MovementFacts({ movement, purchase }: FactsProps) {
  const t = await getTranslations("purchase.history");
  const { amount, balanceAfter } = movement;
  const why = await whyOf(movement, purchase);
  return (
    <div className="grid gap-1 tabular-nums">
      <strong>
        {amount > 0n ? "+" : ""}
        {formatRupiah(amount)}
      </strong>
      {why ? <p>{why}</p> : null}
      <p className="flex flex-wrap gap-x-4 text-ink-soft">
        <span>{t("before", { amount: formatRupiah(balanceAfter - amount) })}</span>
        <span>{t("after", { amount: formatRupiah(balanceAfter) })}</span>
        {purchase ? <span>{t("transaction", { code: purchase.transactionCode })}</span> : null}
      </p>
    </div>
  );
}

const undone = {
  participant: "whyParticipant",
  platform: "whyPlatform",
  schedule: "whySchedule",
} as const satisfies Record<CancelCause, string>;

async function whyOf({ kind }: BalanceMovement, purchase: OwnPurchase | undefined): Promise<string | null> {
  const t = await getTranslations("purchase.history");
  const names = { provider: purchase?.providerName ?? "", platform: purchase?.platformName ?? "" };
  switch (kind) {
    case "opened":
      return t("whyOpened");
    case "purchase":
      return purchase ? t("whyPurchase", names) : null;
    case "cancellation":
      return purchase ? t(undone[purchase.cancelCause ?? "participant"], names) : null;
    case "forfeit":
      return t("whyForfeit");
    default:
      return null;
  }
}
