import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import type { Objection } from "../types.ts";

type Told = Pick<Objection, "text" | "filedAt" | "outcome" | "answer" | "answeredAt">;

/** What was objected, and the answer or that it is waited for. */
export async function ObjectionState({ objection }: { readonly objection: Told }) {
  const t = await getTranslations("determination.objection");
  const locale = await currentLocale();
  const { text, filedAt, outcome, answer, answeredAt } = objection;
  return (
    <>
      {outcome && answeredAt ? (
        <Notice tone={outcome === "upheld" ? "success" : "info"} title={t(`outcome.${outcome}`)}>
          <p className="whitespace-pre-line wrap-anywhere">{answer}</p>
          <p className="mt-1 text-ink-soft">
            {t("answeredAt", { moment: formatMoment(answeredAt, locale) })}
          </p>
        </Notice>
      ) : (
        <Notice title={t("waiting")}>{t("waitingText")}</Notice>
      )}
      <Card title={t("yours")}>
        <p className="whitespace-pre-line wrap-anywhere">{text}</p>
        <p className="text-ink-soft">{t("filedAt", { moment: formatMoment(filedAt, locale) })}</p>
      </Card>
    </>
  );
}
