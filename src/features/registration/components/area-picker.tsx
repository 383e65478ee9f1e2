import { getTranslations } from "next-intl/server";
import { Button } from "#ui/primitives/button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import type { Area } from "../types.ts";

const levels = ["province", "regency", "district"] as const;
const empties = ["chooseProvince", "chooseRegency", "chooseDistrict"] as const;

/** Asked for in the address when somebody begins with the province again. */
export const WHOLE_COUNTRY = "semua";

type Chosen = {
  /** The address of the page that asks. */
  readonly page: string;
  readonly path: readonly Area[];
};

/** The areas chosen so far, each with a link that opens the choice again. */
export async function ChosenAreas({ page, path }: Chosen) {
  const t = await getTranslations("registration.address");
  return (
    <SummaryList
      rows={path.slice(0, 3).map((area, index) => ({
        label: t(levels[index] ?? "district"),
        value: area.name,
        change: { href: `${page}?wilayah=${path[index - 1]?.code ?? WHOLE_COUNTRY}`, label: t("change") },
      }))}
    />
  );
}

/** One choice a page: the next smaller area, by a plain form that only asks for another page. */
export async function AreaPicker({ page, path, areas }: Chosen & { readonly areas: readonly Area[] }) {
  const t = await getTranslations("registration.address");
  const level = Math.min(path.length, 2);
  return (
    <form method="get" action={page} className="grid gap-6">
      <SelectField
        name="wilayah"
        label={t(levels[level] ?? "district")}
        emptyText={t(empties[level] ?? "chooseDistrict")}
        options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        required
      />
      <div>
        <Button type="submit" wide>
          {t("next")}
        </Button>
      </div>
    </form>
  );
}
