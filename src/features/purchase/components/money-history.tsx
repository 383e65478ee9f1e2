import { getTranslations } from "next-intl/server";
import type { BalanceMovement, MovementPage } from "#features/balance/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { formatRupiah } from "#kernel/money.ts";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { Timeline } from "#ui/primitives/timeline.tsx";
import type { OwnPurchase } from "../types.ts";

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
  const courseOf = ({ purchaseId }: BalanceMovement) =>
    purchases.find(({ id }) => id === purchaseId)?.course.title ?? t("course");
  const titleOf = (movement: BalanceMovement) =>
    movement.kind === "purchase" || movement.kind === "cancellation"
      ? t(movement.kind, { course: courseOf(movement) })
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
          text: (
            <span className="tabular-nums">
              <strong>
                {movement.amount > 0n ? "+" : ""}
                {formatRupiah(movement.amount)}
              </strong>{" "}
              <span className="text-ink-soft">
                · {t("balance")}: {formatRupiah(movement.balanceAfter)}
              </span>
            </span>
          ),
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
