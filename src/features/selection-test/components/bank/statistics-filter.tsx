import { getTranslations } from "next-intl/server";
import { Button } from "#ui/primitives/button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { itemKinds } from "../../types/bank.ts";
import type { TestItemKind } from "../../types.ts";

type FilterProps = { readonly kind: TestItemKind; readonly isFlagged: boolean };

/** Which items the chart and the table show. */
export async function StatisticsFilterForm({ kind, isFlagged }: FilterProps) {
  const t = await getTranslations("selection-test.bank.stats");
  const kinds = await getTranslations("selection-test.question.kind");
  return (
    <search>
      <form action="/admin/soal/statistik" className="flex flex-wrap items-end gap-3">
        <SelectField
          name="jenis"
          label={t("kindFilter")}
          defaultValue={kind}
          options={itemKinds.map((value) => ({ value, label: kinds(value) }))}
        />
        <SelectField
          name="tanda"
          label={t("flags")}
          emptyText={t("allItems")}
          defaultValue={isFlagged ? "1" : ""}
          options={[{ value: "1", label: t("onlyFlagged") }]}
        />
        <Button type="submit" icon="search">
          {t("show")}
        </Button>
      </form>
    </search>
  );
}
