import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";

type ObjectionCardProps = {
  readonly number: number;
  readonly until: Date;
  readonly now: Date;
};

/** Until when a person may object to their result, and where. */
export async function ObjectionCard({ number, until, now }: ObjectionCardProps) {
  const t = await getTranslations("draw-proof.own.objection");
  const moment = formatMoment(until, await currentLocale());
  return (
    <Card title={t("title")} look="sunken">
      {now <= until ? (
        <>
          <p>{t("open", { moment })}</p>
          <div>
            <LinkButton href={`/gelombang/keberatan?gelombang=${number}`} variant="secondary" wide>
              {t("action")}
            </LinkButton>
          </div>
        </>
      ) : (
        <p>{t("over", { moment })}</p>
      )}
    </Card>
  );
}
