import { getTranslations } from "next-intl/server";
import type { SelectionRun } from "#features/selection/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { Notice } from "#ui/primitives/notice.tsx";

const REFRESH_SECONDS = 5;

/** Long work on the wave: what is under way, and what could not be done. While something is, the page asks again by itself. */
export async function RunProgress({ runs }: { readonly runs: readonly SelectionRun[] }) {
  const t = await getTranslations("wave-review.run");
  const locale = await currentLocale();
  const underWay = runs.find(({ finishedAt, failure }) => finishedAt === null && failure === null);
  const failed = runs.filter(({ failure }) => failure !== null);
  return (
    <>
      {underWay ? (
        <>
          <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
          <Notice live title={t(`underWay.${underWay.step}`)}>
            {t("since", { moment: formatMoment(underWay.askedAt, locale) })}
          </Notice>
        </>
      ) : null}
      {failed.map(({ step, failure }) => (
        <Notice key={step} tone="danger" title={t(`failed.${step}`)}>
          <p>{failure ? refusalSentence(locale, { code: failure }) : null}</p>
          <p>{t("again")}</p>
        </Notice>
      ))}
    </>
  );
}
