import { getTranslations } from "next-intl/server";
import { formatMoment, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { SummaryList } from "#ui/primitives/summary-list.tsx";
import { joinWaveAction } from "../actions.ts";
import type { Wave } from "../types.ts";
import { WaveQuotas } from "./wave-quotas.tsx";

/** The open wave with its dates and places, and the form to join it. */
export async function JoinForm({ wave, commandKey }: { readonly wave: Wave; readonly commandKey: string }) {
  const t = await getTranslations("waves");
  const shell = await getTranslations("shell.form");
  const locale = await currentLocale();
  const closes = formatMoment(wave.closesAt, locale);
  return (
    <div className="grid gap-6">
      <NextStepCard
        label={t("label")}
        what={t("open.what", { number: wave.number })}
        text={t("open.text")}
        until={t("open.until", { moment: closes })}
        otherwise={t("open.otherwise")}
      />
      <Card title={t("open.form", { number: wave.number })}>
        <SummaryList
          rows={[
            { label: t("open.opens"), value: formatMoment(wave.opensAt, locale) },
            { label: t("open.closes"), value: closes },
            {
              label: t("open.quota"),
              value: t("open.quotaValue", { quota: formatNumber(wave.quota, locale) }),
            },
            ...(wave.kind === "recovery" ? [{ label: t("open.kind"), value: t("open.kindRecovery") }] : []),
          ]}
        />
        <Disclosure summary={t("quotas.heading")}>
          <WaveQuotas wave={wave} />
        </Disclosure>
        <ActionForm action={joinWaveAction} commandKey={commandKey} errorTitle={shell("errorTitle")}>
          <input type="hidden" name="waveId" value={wave.id} />
          <CheckboxField name="consent" label={t("open.consent")} required />
          <div>
            <SubmitButton size="large" variant="accent" busyText={t("open.busy")}>
              {t("open.submit")}
            </SubmitButton>
          </div>
        </ActionForm>
      </Card>
    </div>
  );
}
