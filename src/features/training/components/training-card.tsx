import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Progress } from "#ui/primitives/progress.tsx";
import { Tag, type Tone } from "#ui/primitives/tag.tsx";
import type { OwnTraining, TrainingStage } from "../types.ts";

const tones: Record<TrainingStage, Tone> = {
  redeem: "warning",
  learn: "info",
  quiz: "info",
  review: "warning",
  finished: "success",
  late: "danger",
  forfeited: "danger",
};

/** One own training: its state, what to do, until when, and what happens otherwise. */
export async function TrainingCard({ training }: { readonly training: OwnTraining }) {
  const t = await getTranslations("training");
  const locale = await currentLocale();
  const { stage, lessonsDone: done, lessonCount: count } = training;
  const href = hrefOf(training);
  const dates = {
    redeemBy: formatMoment(training.redeemBy, locale),
    finishBy: formatMoment(training.finishBy, locale),
  };
  return (
    <Card
      title={training.title}
      aside={<Tag tone={tones[stage]}>{t(`stages.${stage}`)}</Tag>}
      look={stage === "forfeited" || stage === "late" ? "sunken" : "raised"}
    >
      <p className="text-sm text-ink-soft">
        {t("list.by", { provider: training.providerName, platform: training.platformName })}
      </p>
      <p>{t(`stageTexts.${stage}`, dates)}</p>
      {stage === "learn" ? (
        <Progress
          id={`lessons-${training.courseSlug}`}
          label={t("list.lessons")}
          value={done}
          max={count}
          text={t("list.lessonsDone", { done, count })}
        />
      ) : null}
      {stage !== "forfeited" && href ? (
        <div>
          <LinkButton
            href={href}
            wide
            variant={stage === "finished" || stage === "late" ? "secondary" : "primary"}
          >
            {t(`stageActions.${stage}`)}
          </LinkButton>
        </div>
      ) : null}
    </Card>
  );
}

function hrefOf({ stage, purchaseId, courseSlug }: OwnTraining): string | null {
  if (stage === "redeem") return `/transaksi/${purchaseId}`;
  if (stage === "review") return `/ulasan/${courseSlug}`;
  if (stage === "quiz") return `/belajar/${courseSlug}/kuis`;
  return stage === "forfeited" ? null : `/belajar/${courseSlug}`;
}
