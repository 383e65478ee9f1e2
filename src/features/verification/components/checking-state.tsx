import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Illustration } from "#ui/primitives/illustration.tsx";
import { Tag } from "#ui/primitives/tag.tsx";
import type { RegisterProgress, Verification } from "../types.ts";

/** Seconds after which the page asks again by itself. */
const REFRESH_SECONDS = 10;

type CheckingStateProps = {
  readonly verification: Verification;
  readonly progress: readonly RegisterProgress[];
};

/** The registers are asked: which have answered, and that there is nothing to do. */
export async function CheckingState({ verification, progress }: CheckingStateProps) {
  const t = await getTranslations("verification.checking");
  const since = formatMoment(verification.requestedAt, await currentLocale());
  return (
    <>
      <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
      <Illustration scene="waiting" className="w-40 max-w-full" />
      <PageHeader title={t("title")} lead={t("lead")} aside={<Tag tone="info">{t("status")}</Tag>} />
      <p>{t("text")}</p>
      <Card title={t("registersTitle")} look="sunken">
        <ul className="grid">
          {progress.map(({ register, isAnswered }) => (
            <li
              key={register}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line py-2.5 not-first:border-t"
            >
              <span>{t(`registers.${register}`)}</span>
              <Tag tone={isAnswered ? "success" : "info"}>{t(isAnswered ? "answered" : "waiting")}</Tag>
            </li>
          ))}
        </ul>
      </Card>
      <ul className="grid list-disc gap-2 ps-5">
        <li>{t("since", { moment: since })}</li>
        <li>{t("until")}</li>
        <li>{t("otherwise")}</li>
      </ul>
      <div>
        <LinkButton href="/verifikasi" variant="secondary" wide>
          {t("refresh")}
        </LinkButton>
      </div>
    </>
  );
}
