import { getTranslations } from "next-intl/server";
import { formatMoment, formatShort } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Money } from "#ui/primitives/money.tsx";
import type { AccountAtMoment } from "../types.ts";

type AccountMovementsProps = { readonly account: AccountAtMoment; readonly moment: Date };

export async function AccountMovements({ account, moment }: AccountMovementsProps) {
  const t = await getTranslations("accounting.account");
  const locale = await currentLocale();
  return (
    <Card title={t("balance", { moment: formatMoment(moment, locale) })}>
      <Money amount={account.balance} size="huge" />
      <DataTable
        caption={t("caption")}
        rows={account.movements}
        rowKey={({ transferId }) => transferId}
        dense
        columns={[
          { header: t("when"), cell: ({ occurredAt }) => formatShort(occurredAt, locale), rowHeader: true },
          { header: t("event"), cell: ({ kind }) => kind },
          { header: t("key"), cell: ({ key }) => <span className="break-all">{key}</span> },
          { header: t("amount"), cell: ({ amount }) => <Money amount={amount} />, numeric: true },
        ]}
      />
    </Card>
  );
}
