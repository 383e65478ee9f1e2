import { getTranslations } from "next-intl/server";
import { findAreas } from "#features/registration/queries.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { editWaveAction, planWaveAction } from "../actions.ts";
import { groupField, provinceField } from "../schema.ts";
import type { Quotas, WaveId, WaveKind } from "../types.ts";
import { ProvincePlaces } from "./province-places.tsx";

export type PlanStart = Quotas & {
  readonly number: number;
  readonly kind: WaveKind;
  readonly schemeCode: string | undefined;
  /** As `writeMoment` of the kernel writes them. */
  readonly opens: string;
  readonly closes: string;
  readonly quota: number | undefined;
};

type PlanWaveFormProps = {
  readonly commandKey: string;
  readonly schemes: readonly { readonly code: string; readonly name: string }[];
  readonly freePlaces: number;
  readonly start: PlanStart;
  /** The wave that is written anew; none: a new one. */
  readonly waveId?: WaveId;
};

/** A wave's plan: times and scheme, then the quota and its parts. */
export async function PlanWaveForm({ commandKey, schemes, freePlaces, start, waveId }: PlanWaveFormProps) {
  const t = await getTranslations("waves.admin");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={waveId ? editWaveAction : planWaveAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
    >
      {waveId ? <input type="hidden" name="waveId" value={waveId} /> : null}
      <Card title={t("planTimes")}>
        <TextField
          name="number"
          label={t("planNumber")}
          inputMode="numeric"
          width="tiny"
          defaultValue={String(start.number)}
          required
        />
        <RadioGroup
          name="kind"
          label={t("planKind")}
          layout="cards"
          defaultValue={start.kind}
          required
          options={[
            { value: "regular", label: t("kindRegular"), hint: t("kindRegularHint") },
            {
              value: "recovery",
              label: t("kindRecovery"),
              hint: t("kindRecoveryHint", { free: freePlaces }),
            },
          ]}
        />
        <SelectField
          name="schemeCode"
          label={t("planScheme")}
          options={schemes.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={start.schemeCode}
          required
        />
        <Moments start={start} />
      </Card>
      <Card title={t("planQuotas")}>
        <QuotaFields start={start} />
      </Card>
      <div>
        <SubmitButton busyText={t("busy")}>{t(waveId ? "editSubmit" : "planSubmit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

async function Moments({ start }: { readonly start: PlanStart }) {
  const t = await getTranslations("waves.admin");
  return (
    <div className="grid items-start gap-6 sm:grid-cols-2">
      <TextField
        name="opensAt"
        label={t("planOpens")}
        hint={t("momentHint")}
        width="half"
        defaultValue={start.opens}
        required
      />
      <TextField
        name="closesAt"
        label={t("planCloses")}
        hint={t("momentHint")}
        width="half"
        defaultValue={start.closes}
        required
      />
    </div>
  );
}

async function QuotaFields({ start }: { readonly start: PlanStart }) {
  const t = await getTranslations("waves.admin");
  const provinces = await findAreas(null);
  const placesOf = (places: number | undefined) => (places === undefined ? "" : String(places));
  const sum = [...start.provinces.values()].reduce((total, places) => total + places, 0);
  return (
    <>
      <TextField
        name="quota"
        label={t("planQuota")}
        inputMode="numeric"
        width="short"
        defaultValue={placesOf(start.quota)}
        required
      />
      <ProvincePlaces
        quotaField="quota"
        fields={provinces.map(({ code, name }) => ({
          name: provinceField(code),
          label: name,
          value: placesOf(start.provinces.get(code)),
        }))}
        words={{
          title: t("planProvinces"),
          text: t("planProvincesText"),
          sum: t("planSum"),
          quota: t("planQuotaShort"),
          rest: t("planRest"),
        }}
        start={{ sum, quota: start.quota ?? 0 }}
      />
      <div className="grid items-start gap-6 sm:grid-cols-2">
        {([0, 1] as const).map((group) => (
          <TextField
            key={group}
            name={groupField(group)}
            label={t(group === 0 ? "planGroup0" : "planGroup1")}
            hint={t("planGroupHint")}
            optionalText={t("optional")}
            inputMode="numeric"
            width="short"
            defaultValue={placesOf(start.groups.get(group))}
          />
        ))}
      </div>
    </>
  );
}
