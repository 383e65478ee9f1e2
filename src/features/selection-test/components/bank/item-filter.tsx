import { getTranslations } from "next-intl/server";
import { Button, LinkButton } from "#ui/primitives/button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { type ItemFilter, itemKinds, itemStates } from "../../types/bank.ts";

/** A plain form that asks the same page again. */
export async function ItemFilterForm({ filter }: { readonly filter: ItemFilter }) {
  const t = await getTranslations("selection-test.bank");
  const kinds = await getTranslations("selection-test.question.kind");
  return (
    <search>
      <form action="/admin/soal" className="flex flex-wrap items-end gap-3">
        <SelectField
          name="jenis"
          label={t("kind")}
          emptyText={t("allKinds")}
          defaultValue={filter.kind ?? ""}
          options={itemKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
        />
        <SelectField
          name="status"
          label={t("state")}
          emptyText={t("allStates")}
          defaultValue={filter.state ?? ""}
          options={itemStates.map((state) => ({ value: state, label: t(`states.${state}`) }))}
        />
        <Button type="submit" icon="search">
          {t("filter")}
        </Button>
        {filter.kind || filter.state ? (
          <LinkButton href="/admin/soal" variant="quiet">
            {t("all")}
          </LinkButton>
        ) : null}
      </form>
    </search>
  );
}
