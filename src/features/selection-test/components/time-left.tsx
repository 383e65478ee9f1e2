import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";

/** The time that is left by the server's clock; without scripts, the moment of the end. */
export async function TimeLeft({ endsAt, now }: { readonly endsAt: Date; readonly now: Date }) {
  const t = await getTranslations("selection-test.question");
  const moment = formatMoment(endsAt, await currentLocale());
  return (
    <p>
      {t("time")}:{" "}
      <count-down
        until={endsAt.toISOString()}
        server-now={now.toISOString()}
        text-left={t("timeLeft")}
        text-spoken={t("timeSpoken")}
        text-over={t("timeOver")}
      >
        {t("endsAt", { moment })}
      </count-down>
    </p>
  );
}
