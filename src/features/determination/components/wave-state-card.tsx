import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import type { WaveState } from "../types.ts";

type Told = Exclude<WaveState, { readonly stage: "none" } | { readonly stage: "not-selected" }>;

/** Waiting, in selection, or selected. */
export async function WaveStateCard({ state, label }: { readonly state: Told; readonly label: string }) {
  const t = await getTranslations("determination");
  const locale = await currentLocale();
  if (state.stage === "waiting-for-close") {
    return (
      <NextStepCard
        mood="wait"
        label={label}
        what={t("waiting.what")}
        text={t("waiting.text", { number: state.waveNumber, moment: formatMoment(state.joinedAt, locale) })}
        until={t("waiting.until", { moment: formatMoment(state.closesAt, locale) })}
        otherwise={t("waiting.otherwise")}
      />
    );
  }
  if (state.stage === "in-selection") {
    return (
      <NextStepCard
        mood="wait"
        label={label}
        what={t("inSelection.what")}
        text={t("inSelection.text", { number: state.waveNumber })}
        otherwise={t("inSelection.otherwise")}
      />
    );
  }
  return (
    <NextStepCard
      mood="done"
      label={label}
      what={t("selected.what")}
      text={
        <>
          <p>{t("selected.text", { number: state.waveNumber })}</p>
          <p className="mt-2">
            {t("selected.decree")}: <strong>{state.decreeNumber}</strong>.{" "}
            {t("selected.since", { moment: formatMoment(state.determinedAt, locale) })}
          </p>
        </>
      }
      otherwise={t("selected.otherwise")}
      action={<LinkButton href="/saldo">{t("selected.action")}</LinkButton>}
    />
  );
}
