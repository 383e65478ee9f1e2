import { getTranslations } from "next-intl/server";
import { formatDate, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { DataTable } from "#ui/primitives/data-table.tsx";

type Head = {
  readonly day: string;
  readonly number: number;
  readonly hash: string;
  readonly signature: string;
  readonly keyId: string;
};

/** The signed heads, one a day. */
export async function HeadTable({ heads }: { readonly heads: readonly Head[] }) {
  const t = await getTranslations("accounting.public");
  const locale = await currentLocale();
  return (
    <DataTable
      caption={t("caption")}
      rows={heads}
      rowKey={({ day }) => day}
      columns={[
        {
          header: t("day"),
          rowHeader: true,
          cell: ({ day }) => formatDate(new Date(`${day}T05:00:00Z`), locale),
        },
        { header: t("number"), cell: ({ number }) => formatNumber(number, locale), numeric: true },
        {
          header: t("hash"),
          cell: ({ hash }) => <code className="break-all text-sm">{hash}</code>,
        },
        {
          header: t("signature"),
          cell: ({ signature, keyId }) => (
            <details>
              <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                {t("key", { key: keyId })}
              </summary>
              <code className="break-all text-sm">{signature}</code>
            </details>
          ),
        },
      ]}
    />
  );
}
