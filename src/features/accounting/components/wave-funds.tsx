import { getTranslations } from "next-intl/server";
import { DataTable } from "#ui/primitives/data-table.tsx";
import { Money } from "#ui/primitives/money.tsx";
import type { WaveFunds } from "../types.ts";

const columns = [
  ["allotted", "allotted"],
  ["free", "free"],
  ["promised", "promised"],
  ["withPeople", "withPeople"],
  ["owed", "owedToPartners"],
  ["paid", "paid"],
  ["forfeited", "forfeited"],
] as const;

/** Where each wave's money is: what was allotted is the sum of the columns after it. */
export async function WaveFundsTable({ rows }: { readonly rows: readonly WaveFunds[] }) {
  const t = await getTranslations("accounting.funds");
  if (rows.length === 0) return null;
  return (
    <div className="min-w-0 overflow-x-auto">
      <DataTable
        caption={t("caption")}
        rows={rows}
        rowKey={({ waveNumber }) => String(waveNumber)}
        dense
        columns={[
          {
            header: t("wave"),
            rowHeader: true,
            cell: ({ waveNumber, schemeCode }) =>
              waveNumber === null ? (
                t("noWave")
              ) : (
                <a
                  href={`/admin/keuangan?gelombang=${waveNumber}`}
                  className="link inline-flex min-h-11 items-center"
                >
                  {t("waveOf", { number: waveNumber, scheme: schemeCode ?? "" })}
                </a>
              ),
          },
          ...columns.map(([word, column]) => ({
            header: t(word),
            numeric: true,
            cell: (row: WaveFunds) => <Money amount={row[column]} />,
          })),
        ]}
      />
    </div>
  );
}
