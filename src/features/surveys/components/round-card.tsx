import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { ReadableRound, RoundState } from "../types.ts";
import { surveyTitle } from "./survey-words.ts";

const tones: Record<RoundState, Tone> = {
  open: "warning",
  coming: "info",
  missed: "danger",
  submitted: "success",
};

/** One survey in the list: what to do, until when, and what happens otherwise. */
export async function RoundCard({ round }: { readonly round: ReadableRound }) {
  const t = await getTranslations("surveys.page");
  const locale = await currentLocale();
  const sentences: Record<RoundState, string> = {
    open: t("openUntil", { moment: formatMoment(round.closesAt, locale) }),
    coming: t("comingOn", { moment: formatMoment(round.opensAt, locale) }),
    missed: t("missedSince", { moment: formatMoment(round.closesAt, locale) }),
    submitted: t("submittedOn", { moment: formatMoment(round.submittedAt ?? round.closesAt, locale) }),
  };
  return (
    <Card
      title={await surveyTitle(round.number)}
      aside={<Tag tone={tones[round.state]}>{t(round.state)}</Tag>}
      look={round.state === "open" ? "raised" : "sunken"}
    >
      <p>{sentences[round.state]}</p>
      {round.state === "open" ? (
        <div>
          <LinkButton href={`/survei/${round.number}`} icon="survey" wide>
            {t("fill")}
          </LinkButton>
        </div>
      ) : null}
      {round.state === "submitted" ? (
        <a href="/insentif" className="link inline-flex min-h-11 w-fit items-center">
          {t("incentives")}
        </a>
      ) : null}
    </Card>
  );
}
