import { getTranslations } from "next-intl/server";
import type { Day } from "#kernel/calendar.ts";
import { Button } from "#ui/primitives/button.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";

type BooksFormProps = {
  readonly until: Day;
  readonly waveNumber: number | null;
  readonly schemeCode: string | null;
  readonly waves: readonly { readonly number: number }[];
  readonly schemes: readonly { readonly code: string; readonly name: string }[];
};

/** Which books: until a day, of a wave, of a scheme. A plain form that shows the page again. */
export async function BooksForm({ until, waveNumber, schemeCode, waves, schemes }: BooksFormProps) {
  const t = await getTranslations("accounting");
  return (
    <form
      method="get"
      action="/admin/keuangan"
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[14rem_1fr_1fr_auto]"
    >
      <div className="grid gap-2">
        <label htmlFor="tanggal" className="font-semibold">
          {t("question.day")}
        </label>
        <input id="tanggal" name="tanggal" type="date" defaultValue={until} className="field-box" />
      </div>
      <SelectField
        name="gelombang"
        label={t("question.wave")}
        emptyText={t("question.allWaves")}
        defaultValue={waveNumber === null ? undefined : String(waveNumber)}
        options={waves.map(({ number }) => ({
          value: String(number),
          label: `${t("question.wave")} ${number}`,
        }))}
      />
      <SelectField
        name="skema"
        label={t("question.scheme")}
        emptyText={t("question.allSchemes")}
        defaultValue={schemeCode ?? undefined}
        options={schemes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Button type="submit" icon="search">
        {t("question.show")}
      </Button>
    </form>
  );
}
