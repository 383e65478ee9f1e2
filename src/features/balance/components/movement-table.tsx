import { getTranslations } from "next-intl/server";
import { formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Money } from "#ui/primitives/money.tsx";
import type { BalanceMovement } from "../types.ts";

type MovementTableProps = {
  readonly movements: readonly BalanceMovement[];
  /** The titles of the courses that were bought, by purchase id. */
  readonly courseTitles: ReadonlyMap<string, string>;
};

/** Every movement of the balance with what it was for; what was bought leads to its purchase. */
export async function MovementTable({ movements, courseTitles }: MovementTableProps) {
  const t = await getTranslations("balance.movements");
  const locale = await currentLocale();
  const explained = ({ kind, purchaseId }: BalanceMovement) => {
    const text = t(kind, { course: (purchaseId && courseTitles.get(purchaseId)) ?? t("course") });
    if (!purchaseId) return text;
    return (
      <a href={`/transaksi/${purchaseId}`} className="link">
        {text}
      </a>
    );
  };
  return (
    <DataTable
      caption={t("title")}
      rows={movements}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{t("empty")}</p>}
      columns={[
        { header: t("what"), cell: explained, rowHeader: true },
        {
          header: t("when"),
          cell: ({ occurredAt }) => (
            <time dateTime={occurredAt.toISOString()}>{formatShort(occurredAt, locale)}</time>
          ),
        },
        {
          header: t("amount"),
          numeric: true,
          cell: ({ amount }) => (
            <strong className={amount > 0n ? "text-success" : undefined}>
              {amount > 0n ? "+" : null}
              <Money amount={amount} />
            </strong>
          ),
        },
        {
          header: t("balance"),
          numeric: true,
          cell: ({ balanceAfter }) => <Money amount={balanceAfter} />,
        },
      ]}
    />
  );
}
