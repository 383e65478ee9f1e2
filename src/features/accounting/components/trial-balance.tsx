import { getTranslations } from "next-intl/server";
import { formatDay } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { type Day, startOfDay } from "#kernel/calendar.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import type { AccountKind } from "../types.ts";

type TrialBalanceProps = {
  readonly until: Day;
  readonly lines: readonly { readonly kind: AccountKind; readonly amount: bigint }[];
  readonly total: bigint;
};

/** Every kind of account, and that all of it comes to zero. */
export async function TrialBalance({ until, lines, total }: TrialBalanceProps) {
  const t = await getTranslations("accounting");
  const day = formatDay(startOfDay(until), await currentLocale());
  return (
    <div className="grid gap-2">
      <DataTable
        caption={t("trial.caption", { day })}
        rows={lines}
        rowKey={({ kind }) => kind}
        empty={<EmptyState scene="money" title={t("trial.empty")} text={t("trial.emptyText")} />}
        columns={[
          { header: t("trial.kind"), cell: ({ kind }) => t(`kind.${kind}`), rowHeader: true },
          { header: t("trial.amount"), cell: ({ amount }) => <Money amount={amount} />, numeric: true },
        ]}
      />
      {lines.length === 0 ? null : (
        <p className="px-3 text-end font-semibold">
          {t("trial.total")}: <Money amount={total} />
        </p>
      )}
    </div>
  );
}
