import { getLocale, getTranslations } from "next-intl/server";
import { formatRupiah } from "#kernel/money.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import type { CatalogueChoices, CourseSearch } from "../types.ts";

const PRICES = [200_000, 300_000, 500_000, 750_000, 1_000_000];

type SearchFormProps = { readonly choices: CatalogueChoices; readonly search: CourseSearch };

/** A plain GET form: a search is an address that can be kept and shared. */
export async function SearchForm({ choices, search }: SearchFormProps) {
  const t = await getTranslations("catalogue.list");
  const language = (await getLocale()) === "en" ? "en" : "id";
  const named = (items: CatalogueChoices["platforms"]) =>
    items.map(({ slug, name }) => ({ value: slug, label: name }));
  const isFiltered = Boolean(search.category ?? search.platform ?? search.provider ?? search.priceAtMost);
  return (
    <search>
      <form action="/pelatihan" className="grid gap-4">
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_auto]">
          <TextField
            name="cari"
            type="search"
            label={t("words")}
            hint={t("wordsHint")}
            defaultValue={search.words}
          />
          <Button type="submit" icon="search">
            {t("search")}
          </Button>
        </div>
        <Disclosure summary={t("filters")} open={isFiltered}>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              name="kategori"
              label={t("category")}
              emptyText={t("any")}
              defaultValue={search.category ?? ""}
              options={choices.categories.map(({ code, ...name }) => ({
                value: code,
                label: name[language],
              }))}
            />
            <SelectField
              name="harga"
              label={t("price")}
              emptyText={t("any")}
              defaultValue={String(search.priceAtMost ?? "")}
              options={PRICES.map((price) => ({ value: String(price), label: formatRupiah(BigInt(price)) }))}
            />
            <SelectField
              name="platform"
              label={t("platform")}
              emptyText={t("any")}
              defaultValue={search.platform ?? ""}
              options={named(choices.platforms)}
            />
            <SelectField
              name="lembaga"
              label={t("provider")}
              emptyText={t("any")}
              defaultValue={search.provider ?? ""}
              options={named(choices.providers)}
            />
          </div>
        </Disclosure>
      </form>
    </search>
  );
}
