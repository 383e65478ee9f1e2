import { getTranslations } from "next-intl/server";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { formatRupiah } from "#kernel/money.ts";
import { Button } from "#ui/primitives/button.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { type CourseSearch, courseSorts, type LengthRange, lengthRanges } from "../types/search.ts";
import { type CatalogueChoices, courseModes } from "../types.ts";

const PRICES = [200_000, 300_000, 500_000, 750_000, 1_000_000];
const RATINGS = [3, 4, 4.5];
const lengths = Object.keys(lengthRanges) as LengthRange[];

type SearchFormProps = { readonly choices: CatalogueChoices; readonly search: CourseSearch };

/** A plain GET form: a search is an address that can be kept and shared. */
export async function SearchForm({ choices, search }: SearchFormProps) {
  const t = await getTranslations("catalogue.list");
  const { category, platform, provider, priceAtMost, mode, length, rating, sort } = search;
  const isFiltered = [category, platform, provider, priceAtMost, mode, length, rating, sort].some(Boolean);
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
            <Filters choices={choices} search={search} />
          </div>
        </Disclosure>
      </form>
    </search>
  );
}

async function Filters({ choices, search }: SearchFormProps) {
  const t = await getTranslations("catalogue");
  const locale = await currentLocale();
  const named = (items: CatalogueChoices["platforms"]) =>
    items.map(({ slug, name }) => ({ value: slug, label: name }));
  const any = { emptyText: t("list.any") };
  return (
    <>
      <SelectField
        {...any}
        name="kategori"
        label={t("list.category")}
        defaultValue={search.category ?? ""}
        options={choices.categories.map(({ code, ...name }) => ({ value: code, label: name[locale] }))}
      />
      <SelectField
        {...any}
        name="cara"
        label={t("list.mode")}
        defaultValue={search.mode ?? ""}
        options={courseModes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))}
      />
      <SelectField
        {...any}
        name="harga"
        label={t("list.price")}
        defaultValue={String(search.priceAtMost ?? "")}
        options={PRICES.map((price) => ({ value: String(price), label: formatRupiah(BigInt(price)) }))}
      />
      <SelectField
        {...any}
        name="lama"
        label={t("list.length")}
        defaultValue={search.length ?? ""}
        options={lengths.map((length) => ({ value: length, label: t(`list.lengths.${length}`) }))}
      />
      <SelectField
        {...any}
        name="platform"
        label={t("list.platform")}
        defaultValue={search.platform ?? ""}
        options={named(choices.platforms)}
      />
      <SelectField
        {...any}
        name="lembaga"
        label={t("list.provider")}
        defaultValue={search.provider ?? ""}
        options={named(choices.providers)}
      />
      <SelectField
        {...any}
        name="rating"
        label={t("list.rating")}
        defaultValue={String(search.rating ?? "")}
        options={RATINGS.map((stars) => ({
          value: String(stars),
          label: t("list.ratingFrom", { stars: formatNumber(stars, locale) }),
        }))}
      />
      <SelectField
        name="urut"
        label={t("list.sort")}
        defaultValue={search.sort ?? (search.words ? "cocok" : "judul")}
        options={courseSorts.map((sort) => ({ value: sort, label: t(`list.sorts.${sort}`) }))}
      />
    </>
  );
}
