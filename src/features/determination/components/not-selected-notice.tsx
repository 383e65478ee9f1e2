import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import type { WaveState } from "../types.ts";

/** Reasons that no later wave will change. */
const FINAL = ["entry-blacklisted", "entry-over-age", "entry-family-card-full", "entry-already-recipient"];

/** Why a person was not selected, and what that means for the next wave. */
export async function NotSelectedNotice({
  state,
}: {
  readonly state: Extract<WaveState, { readonly stage: "not-selected" }>;
}) {
  const t = await getTranslations("determination.notSelected");
  const reason = refusalSentence(await currentLocale(), { code: state.reason });
  return (
    <Notice tone="warning" title={t("title", { number: state.waveNumber })}>
      <p>{t("reason", { reason })}</p>
      <p className="mt-1">{FINAL.includes(state.reason) ? t("final") : t("kept")}</p>
    </Notice>
  );
}
