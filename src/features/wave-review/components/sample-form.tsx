import { getTranslations } from "next-intl/server";
import { findAreas } from "#features/registration/queries.ts";
import { Button, LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { type SampleFilter, verdicts } from "../types.ts";

type SampleFormProps = { readonly waveId: string; readonly filter: SampleFilter };

/** A plain form that asks the same page for a sample of other people. */
export async function SampleForm({ waveId, filter }: SampleFormProps) {
  const t = await getTranslations("wave-review.sample");
  const labels = await getTranslations("wave-review.labels.verdict");
  const anomalies = await getTranslations("wave-review.anomalies.kinds");
  const address = `/admin/gelombang/${waveId}/tinjau`;
  const { anomaly } = filter;
  const provinces = (await findAreas(null)).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Card title={t("filter")}>
      {anomaly ? <Notice>{t("ofAnomaly", { title: anomalies(`${anomaly.kind}.title`) })}</Notice> : null}
      <form action={address} className="grid gap-4 sm:flex sm:flex-wrap sm:items-end">
        {anomaly ? (
          <input type="hidden" name="tanda" value={`${anomaly.kind}.${anomaly.mark}`} />
        ) : (
          <SelectField
            name="provinsi"
            label={t("province")}
            emptyText={t("allProvinces")}
            defaultValue={filter.province ?? ""}
            options={provinces}
          />
        )}
        <SelectField
          name="putusan"
          label={t("verdict")}
          emptyText={t("allVerdicts")}
          defaultValue={filter.verdict ?? ""}
          options={verdicts
            .filter((code) => code !== "entry-quota-full")
            .map((code) => ({ value: code, label: labels(code) }))}
        />
        <TextField name="benih" label={t("seed")} hint={t("seedHint")} inputMode="numeric" />
        <Button type="submit" icon="search">
          {t("show")}
        </Button>
        {anomaly || filter.province || filter.verdict ? (
          <LinkButton href={address} variant="quiet">
            {t("allVerdicts")}
          </LinkButton>
        ) : null}
      </form>
    </Card>
  );
}
